//! `chancery completions`: what a shell needs to complete command lines.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use crate::{cli::Cli, say};

/// Which shell.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// The shell that shall complete command lines.
    shell: Shell,
}

/// Writes the completions to standard output.
pub(crate) fn run(args: &Args) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "chancery", &mut script);
    say::line(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}

const AFTER_HELP: &str = "\
Examples:
  chancery completions bash > ~/.local/share/bash-completion/completions/chancery
  chancery completions zsh  > ~/.zfunc/_chancery
  chancery completions fish > ~/.config/fish/completions/chancery.fish";
