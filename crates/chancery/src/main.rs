//! Chancery: a complete domain registration system in one program.
//!
//! This crate alone knows all the others. It reads the command line and the configuration, puts the rooms together
//! ([`server`]), and holds the chores of the operator ([`commands`]).

mod bench;
mod chores;
mod cli;
mod clock;
mod commands;
mod config;
mod entropy;
mod folder;
mod installation;
mod keys;
mod logging;
mod mode;
mod operator;
mod password;
mod permissions;
mod policies;
mod sandbox_accounts;
mod say;
mod server;
mod temporary;
mod terminal;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// A request takes and gives back some dozens of small pieces of memory.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::Cli::parse().run().unwrap_or_else(|error| {
        say::trouble(&format!("{error:#}"));
        ExitCode::FAILURE
    })
}
