/// The whole job, done in a real window by a robot against a real broker, and the pictures of the README.
package dev.brokerscope.desktop.story;
