//! The built binary, as its users run it: every subcommand, the sandbox's contract, production's refusals.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test ends where something is not as it must be

mod account;
mod books;
mod client;
mod control;
mod delivery;
mod explain;
mod help;
mod process;
mod production;
mod refusals;
mod sandbox;
mod seed;
