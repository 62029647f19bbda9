# The window and the command line, for Casks/brokerscope.rb of a tap.
cask "brokerscope" do
  arch arm: "arm64", intel: "x64"

  version "@version.number@"
  sha256 arm:   "@sha256.dmg.arm@",
         intel: "@sha256.dmg.x64@"

  url "@download@/v#{version}/@id@-#{version}-macos-#{arch}.dmg"
  name "@name@"
  desc "@summary@"
  homepage "@url@"

  app "@name@.app"
  binary "#{appdir}/@name@.app/Contents/app/bin/brokerscope"

  zap trash: [
    "~/Library/Application Support/brokerscope",
    "~/Library/Caches/brokerscope",
  ]
end
