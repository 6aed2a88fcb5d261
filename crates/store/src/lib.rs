//! The engine's store port in SQL.
//!
//! ```text
//!   accounts contacts domains nssets dns_zones ledger notices history ...  one file per entity: its statements
//!        \________________________|_____________________________/
//!                              Tables<C>                                 implements the port's traits over ...
//!                                 |
//!                               Sql                                      ... a connection, whatever its database
//!                                 |
//!                               sqlite/                                  opens, runs, maps errors, groups commits
//! ```
//!
//! Every statement is written once, in the subset of SQL that SQLite and PostgreSQL share. What differs between them
//! stands in `migrations/`, and `migrations/README.md` lists it.

mod accounts;
mod address_books;
mod address_checks;
mod api_tokens;
mod arrivals;
mod audit;
mod backup;
mod carts;
mod certificates;
mod columns;
mod consents;
mod contacts;
mod deliveries;
mod dns_rows;
mod dns_zones;
mod document;
mod domains;
mod dues;
mod folders;
mod forwardings;
mod history;
mod holder_locks;
mod holds;
mod hosts;
mod invoices;
mod ledger;
mod links;
mod lists;
mod mail_addresses;
mod mailspaces;
mod memos;
mod names;
mod network_records;
mod notices;
mod nssets;
mod objects;
mod orders;
mod owed;
mod pages;
mod parties;
mod past_notices;
mod patterns;
mod pendings;
mod portfolios;
mod privacies;
mod protections;
mod registrants;
mod renewals;
mod resellers;
mod settings;
mod sql;
mod sqlite;
mod statements;
mod stored;
mod tables;
mod tags;
mod tasks;
mod tombstones;
mod trades;
mod transfers;
mod upkeeps;
mod verify;

pub use backup::{BackupError, backup_file};
pub use names::NameIndex;
pub use sqlite::{CommitGate, OnStop, OpenError, Options, Picture, Sqlite};
pub use verify::verify_file;
