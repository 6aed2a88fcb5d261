//! What a newcomer reads first.

use crate::process::run;

const COMMANDS: [&str; 8] =
    ["serve", "account", "explain", "backup", "ledger", "bench", "version", "completions"];

#[test]
fn the_help_names_every_command_and_shows_examples() {
    let help = run(&["--help"]).ok();
    for command in COMMANDS {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command}\n{help}");
    }
    assert!(help.contains("Examples:") && help.contains("chancery serve --in-memory"), "{help}");
}

#[test]
fn every_command_has_help_of_its_own() {
    for command in COMMANDS {
        let help = run(&[command, "--help"]).ok();
        assert!(help.contains("Usage: chancery"), "{help}");
    }
    for command in ["serve", "account", "explain", "backup", "completions"] {
        assert!(run(&[command, "--help"]).ok().contains("Examples:"), "{command}");
    }
}

#[test]
fn the_version_is_the_packages() {
    let version = format!("chancery {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(run(&["version"]).ok(), version);
    assert_eq!(run(&["--version"]).ok(), version);
}

#[test]
fn completions_know_the_flags() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(run(&["completions", shell]).ok().contains("ready-file"), "{shell}");
    }
}

#[test]
fn a_wrong_command_line_is_exit_code_2() {
    for arguments in
        [&["srve"][..], &["serve", "--epp", "nowhere"], &["account", "add", "AB"], &["serve", "--log", "xml"]]
    {
        assert!(!run(arguments).failed(2).is_empty(), "{arguments:?}");
    }
}
