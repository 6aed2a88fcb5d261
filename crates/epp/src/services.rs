//! Which objects and extensions a session may use (RFC 5730 section 2.9.1.1).

use std::borrow::Cow;

use engine::{Field, Findings, Outcome, Refusal};

use crate::{
    extensions,
    namespaces::{CONTACT, DOMAIN, HOST},
};

/// Every object that is offered, in the order of the greeting.
pub(crate) const OBJECTS: [&str; 3] = [DOMAIN, CONTACT, HOST];

/// What the client announced at login.
#[derive(Clone, Debug)]
pub(crate) struct Services {
    objects: Vec<&'static str>,
    extensions: Vec<&'static str>,
}

impl Services {
    /// What a client has announced before its login: nothing.
    pub(crate) const fn none() -> Self {
        Self { objects: Vec::new(), extensions: Vec::new() }
    }

    /// The services behind the URIs of a login. Notes `object_service_unsupported` and `extension_unsupported` for
    /// each that is not offered.
    pub(crate) fn announced(
        objects: &[Cow<'_, str>],
        extensions: &[Cow<'_, str>],
        findings: &mut Findings,
    ) -> Self {
        let mut known = |uris: &[Cow<'_, str>], offered: &[&'static str], field, outcome| {
            let find = |uri: &str| {
                let service = offered.iter().copied().find(|service| *service == uri);
                service.ok_or_else(|| Refusal::new(outcome).value(uri))
            };
            uris.iter().filter_map(|uri| findings.take(field, find(uri))).collect::<Vec<_>>()
        };
        let offered: Vec<&str> = extensions::uris().collect();
        Self {
            objects: known(objects, &OBJECTS, Field::ObjectService, Outcome::ObjectServiceUnsupported),
            extensions: known(extensions, &offered, Field::ExtensionService, Outcome::ExtensionUnsupported),
        }
    }

    /// Whether an object may be used.
    pub(crate) fn has_object(&self, uri: &str) -> bool {
        self.objects.contains(&uri)
    }

    /// Whether an extension may be used.
    pub(crate) fn has_extension(&self, uri: &str) -> bool {
        self.extensions.contains(&uri)
    }
}
