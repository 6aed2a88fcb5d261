//! The commands: what each is called, what it is in the engine's words, and the file that reads and renders it.

mod account;
mod certificate;
mod contact;
mod dns;
mod domain;
mod event;
mod forwarding;
pub(crate) mod job;
mod mail;
mod nameserver;
mod object;
mod role;
mod session;
mod user;

use std::future::Future;
use std::pin::Pin;

use engine::{Actor, Refusal};
use outcomes::Operation as Name;

use crate::answer::Ended;
use crate::call::Call;
use crate::params::Params;

/// A command.
pub(crate) struct Command {
    /// Its names on the wire: that of RRPproxy first, then others that clients use.
    pub(crate) names: &'static [&'static str],
    /// What it does, by its name in the catalogue.
    pub(crate) operation: Name,
    run: Run,
}

type Run = for<'a> fn(&'a Call<'a>, Params) -> Pin<Box<dyn Future<Output = Ended> + Send + 'a>>;

impl Command {
    /// Whether somebody may give it, by any of its names: what a role may is written in those of either face.
    ///
    /// # Errors
    /// `command_not_permitted`.
    pub(crate) fn permit(&self, actor: &Actor) -> Result<(), Refusal> {
        let permits = |name: &&str| actor.may(name).is_ok();
        if self.names.iter().any(permits) { Ok(()) } else { actor.may(self.names[0]) }
    }

    /// The sub-account that it is given for. Commands about sub-accounts name by the same parameter the one that they are
    /// about.
    pub(crate) fn subuser(&self, params: &mut Params) -> Option<String> {
        let is_about_it =
            ABOUT_SUBACCOUNTS.iter().flat_map(|area| *area).any(|other| other.names == self.names);
        if is_about_it { None } else { params.text("SUBUSER") }
    }

    /// Does it.
    ///
    /// # Errors
    /// Why not, as the engine or its parameters say.
    pub(crate) async fn run(&self, call: &Call<'_>, params: Params) -> Ended {
        (self.run)(call, params).await
    }
}

/// The command of this name, in any case.
pub(crate) fn find(name: &str) -> Option<&'static Command> {
    let is_called = |command: &&Command| command.names.iter().any(|known| known.eq_ignore_ascii_case(name));
    all().find(is_called)
}

fn all() -> impl Iterator<Item = &'static Command> {
    AREAS.iter().copied().flatten()
}

/// The commands of an area: names, operation in the catalogue, path of `run`.
macro_rules! commands {
    ($($name:literal $(/ $other:literal)* $operation:ident $run:path;)*) => {
        /// The commands of this area.
        pub(super) const COMMANDS: &[crate::commands::Command] = &[$(crate::commands::Command {
            names: &[$name $(, $other)*],
            operation: outcomes::Operation::$operation,
            run: |call, params| Box::pin($run(call, params)),
        }),*];
    };
}
use commands;

/// Every command, by area.
static AREAS: &[&[Command]] = &[
    account::COMMANDS,
    certificate::COMMANDS,
    contact::COMMANDS,
    dns::COMMANDS,
    domain::COMMANDS,
    event::COMMANDS,
    forwarding::COMMANDS,
    job::COMMANDS,
    mail::COMMANDS,
    nameserver::COMMANDS,
    object::COMMANDS,
    role::COMMANDS,
    session::COMMANDS,
    user::COMMANDS,
];

/// The areas whose commands are about sub-accounts.
static ABOUT_SUBACCOUNTS: &[&[Command]] = &[user::COMMANDS];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found_in_any_case() {
        for command in all() {
            for name in command.names {
                let found = find(&name.to_uppercase()).unwrap();
                assert!(std::ptr::eq(found, command), "{name} stands twice");
            }
        }
        assert!(find("FlyDomain").is_none());
    }
}
