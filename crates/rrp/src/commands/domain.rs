//! Domains.

mod check;

use super::commands;

commands! {
    "CheckDomain" DomainAvailable check::run;
}
