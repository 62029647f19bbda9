# The command line alone, for Formula/brokerscope.rb of a tap.
class Brokerscope < Formula
  desc "@summary@"
  homepage "@url@"
  url "@download@/v@version.number@/@id@-@version@-headless.tar.gz"
  sha256 "@sha256.headless@"
  license "@licence@"

  depends_on "openjdk"

  def install
    libexec.install Dir["*"]
    (bin/"brokerscope").write_env_script libexec/"bin/brokerscope", BROKERSCOPE_JAVA: Formula["openjdk"].opt_prefix
    generate_completions_from_executable(libexec/"bin/brokerscope", "completion")
    system libexec/"bin/brokerscope", "man", man1
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/brokerscope --version")
  end
end
