//! The engine's rules, tested over a store in memory.
//!
//! One file per operation. Its cases are plain functions, listed by [`cases!`], which makes a test of each and lets
//! `coverage` run all of them again to see that every outcome an operation declares is really produced.
//! Every refused command is checked to have changed nothing: see [`fixture::World::refused`].

#![allow(clippy::unwrap_used, clippy::expect_used)] // what fails here has to fail the test

/// Makes a test of each case and lists them.
macro_rules! cases {
    ($($case:ident)+) => {
        pub(crate) const CASES: &[fn()] = &[$($case),+];

        mod each {
            $(#[test] fn $case() { super::$case(); })+
        }
    };
}

mod account;
mod assortment;
mod cart;
mod certificate;
mod contact;
mod coverage;
mod delivery;
mod dns_row;
mod dns_zone;
mod domain;
mod fixture;
mod folder;
mod host;
mod ledger;
mod life;
mod listing;
mod mail;
mod memo;
mod notice;
mod nsset;
mod object;
mod order;
mod poll;
mod preferences;
mod privacy;
mod properties;
mod protection;
mod registry;
mod role;
mod subaccount;
mod task;
mod token;
mod zones;
