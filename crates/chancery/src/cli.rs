//! The command line.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::logging::{self, Format};
use crate::{bench, commands};

/// A complete domain registration system: EPP for registrars, one engine, one file of data.
///
/// Without a command it serves the sandbox: everything on this machine, nothing to configure, two accounts with credit.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, about, long_about, after_help = AFTER_HELP, propagate_version = false)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the server: the sandbox, or with --config for real.
    Serve(commands::serve::Args),
    /// Open accounts, set their passwords, say where they may come from.
    Account(commands::account::Args),
    /// Tell what will happen to a domain.
    Domain(commands::domain::Args),
    /// Control a running sandbox: time, faults, snapshots, accounts, mail.
    Sandbox(commands::sandbox::Args),
    /// Explain a result code or a whole answer, this server's or another's.
    Explain(commands::explain::Args),
    /// Copy the data to a file, also while the server runs.
    Backup(commands::backup::Args),
    /// Show what was asked and answered.
    Journal(commands::journal::Args),
    /// Prove that the books are right.
    Ledger(commands::ledger::Args),
    /// Measure how fast this machine serves.
    Bench(bench::Args),
    /// Show the version.
    Version,
    /// Write completions for a shell.
    Completions(commands::completions::Args),
}

impl Cli {
    /// Does what the command line says.
    ///
    /// # Errors
    /// Why it could not be done, as sentences for the operator.
    pub(crate) fn run(self) -> Result<ExitCode> {
        if !matches!(self.command, None | Some(Command::Serve(_))) {
            logging::start(Format::Text, logging::CHORE_LEVEL)?;
        }
        match self.command {
            None => commands::serve::run(commands::serve::Args::sandbox()),
            Some(Command::Serve(args)) => commands::serve::run(args),
            Some(Command::Account(args)) => commands::account::run(args),
            Some(Command::Domain(args)) => commands::domain::run(&args),
            Some(Command::Sandbox(args)) => commands::sandbox::run(&args),
            Some(Command::Explain(args)) => commands::explain::run(&args),
            Some(Command::Backup(args)) => commands::backup::run(&args),
            Some(Command::Journal(args)) => commands::journal::run(&args),
            Some(Command::Ledger(args)) => commands::ledger::run(&args),
            Some(Command::Bench(args)) => bench::run(args),
            Some(Command::Version) => Ok(commands::version::run()),
            Some(Command::Completions(args)) => Ok(commands::completions::run(&args)),
        }
    }
}

const AFTER_HELP: &str = "\
Examples:
  chancery                            serve the sandbox, data in ./chancery-data
  chancery serve --in-memory          the same, and forget everything at the end
  chancery serve --config chancery.toml
                                      serve for real; etc/chancery.template.toml shows every setting
  chancery explain 2302               what does that code mean, and what can I do?
  chancery sandbox advance 30d        let a month pass in a running sandbox
  chancery domain timeline NAME       what happens to it next, and when
  chancery account list               who has an account, and with how much credit

Exit codes: 0 done, 1 not done (the reason is on standard error), 2 the command line is wrong.";

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_password_can_be_given_as_an_argument() {
        fn check(command: &clap::Command) {
            for argument in command.get_arguments() {
                let takes_value = argument.get_action().takes_values();
                let name = argument.get_id().as_str();
                let secret = name.contains("password") || name.contains("secret");
                // A load test logs in to servers whose secrets are published or its own.
                assert!(
                    !(secret && takes_value) || command.get_name() == "bench",
                    "{} --{name}",
                    command.get_name()
                );
            }
            command.get_subcommands().for_each(check);
        }
        check(&Cli::command());
    }
}
