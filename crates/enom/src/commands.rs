//! The commands: what each is called, what it is in the engine's words, and the file that reads and renders it.

mod account;
mod cart;
mod certificate;
mod domain;
mod folder;
mod host;
mod offer;
mod order;
mod premium;
mod service;
mod token;
mod zone;

use std::future::Future;
use std::pin::Pin;

use outcomes::Operation as Name;

use crate::answer::Ended;
use crate::call::Call;
use crate::params::Params;

/// A command.
pub(crate) struct Command {
    /// Its name on the wire.
    pub(crate) name: &'static str,
    /// What it does, by its name in the catalogue.
    pub(crate) operation: Name,
    run: Run,
}

type Run = for<'a> fn(&'a Call<'a>, Params) -> Pin<Box<dyn Future<Output = Ended> + Send + 'a>>;

impl Command {
    /// Whether it is given without a login: what it asks for is proved otherwise.
    pub(crate) fn is_open(&self) -> bool {
        self.operation == Name::DnsZonePoint
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
    all().find(|command| command.name.eq_ignore_ascii_case(name))
}

fn all() -> impl Iterator<Item = &'static Command> {
    AREAS.iter().copied().flatten()
}

/// The commands of an area: name, operation in the catalogue, path of `run`.
macro_rules! commands {
    ($($name:literal $operation:ident $run:path;)*) => {
        /// The commands of this area.
        pub(super) const COMMANDS: &[crate::commands::Command] = &[$(crate::commands::Command {
            name: $name,
            operation: outcomes::Operation::$operation,
            run: |call, params| Box::pin($run(call, params)),
        }),*];
    };
}
use commands;

/// Every command, by area.
static AREAS: &[&[Command]] = &[
    account::COMMANDS,
    cart::COMMANDS,
    certificate::COMMANDS,
    domain::COMMANDS,
    folder::COMMANDS,
    host::COMMANDS,
    offer::COMMANDS,
    order::COMMANDS,
    service::COMMANDS,
    token::COMMANDS,
    zone::COMMANDS,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found_in_any_case() {
        for command in all() {
            let found = find(&command.name.to_uppercase()).unwrap();
            assert!(std::ptr::eq(found, command), "{} stands twice", command.name);
        }
        assert!(find("FlyDomain").is_none());
    }
}
