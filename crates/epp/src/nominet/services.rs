//! Which schemas a session uses: one family, in the versions that the client announced.

use std::borrow::Cow;

use engine::{Field, Findings, Outcome, Refusal};

use super::namespaces::{known, uri};
use crate::namespaces::{CONTACT, DOMAIN, EPP, HOST, SECDNS};

/// A family of schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Objects of the standards, with extensions.
    Std,
    /// Objects of Nominet's own.
    Nom,
    /// Either, as the client announces.
    Both,
}

impl Family {
    fn offers(self, family: Self) -> bool {
        self == Self::Both || self == family
    }
}

/// What a client announced at login.
#[derive(Clone, Debug, Default)]
pub(super) struct Services {
    /// Namespaces of the standards.
    standard: Vec<&'static str>,
    /// Namespaces of Nominet's by name and version; the version is the last that was announced.
    own: Vec<(&'static str, &'static str)>,
}

impl Services {
    /// The services behind the URIs of a login, objects and extensions alike: clients differ in where they announce what.
    ///
    /// Notes `object_service_unsupported` and `extension_unsupported` for what nobody knows, and `schemas_conflict` for
    /// schemas of both families.
    pub(super) fn announced(
        offered: Family,
        objects: &[Cow<'_, str>],
        extensions: &[Cow<'_, str>],
        findings: &mut Findings,
    ) -> Self {
        let mut services = Self::default();
        for uri in objects {
            if !services.add(uri) {
                let refusal = Refusal::new(Outcome::ObjectServiceUnsupported);
                findings.add(refusal.at(Field::ObjectService).value(uri));
            }
        }
        for uri in extensions {
            if !services.add(uri) {
                let refusal = Refusal::new(Outcome::ExtensionUnsupported);
                findings.add(refusal.at(Field::ExtensionService).value(uri));
            }
        }
        services.check_family(offered, findings);
        services
    }

    /// Whether a namespace of the standards was announced.
    pub(super) fn has_standard(&self, uri: &str) -> bool {
        self.standard.contains(&uri)
    }

    /// Whether any version of one of Nominet's was announced.
    pub(super) fn has(&self, base: &str) -> bool {
        self.own.iter().any(|(announced, _)| *announced == base)
    }

    /// One of Nominet's namespaces in the version that was announced.
    pub(super) fn uri(&self, base: &str) -> Option<&'static str> {
        self.own.iter().rev().find(|(announced, _)| *announced == base).and_then(|(base, version)| {
            // A version that no greeting ever listed stands for the one it was mistaken for.
            uri(base, if *base == "contact-nom-ext" { "1.0" } else { version })
        })
    }

    /// The version of one of Nominet's namespaces.
    pub(super) fn version(&self, base: &str) -> Option<&'static str> {
        self.own.iter().rev().find(|(announced, _)| *announced == base).map(|(_, version)| *version)
    }

    /// Whether the session speaks the nom family.
    pub(super) fn is_nom(&self) -> bool {
        self.own.iter().any(|(base, _)| NOM.contains(base))
    }

    fn add(&mut self, uri: &str) -> bool {
        if let Some((base, version, _)) = known(uri) {
            self.own.push((base, version));
            return true;
        }
        // Some clients list these as if they were objects.
        let standard = STANDARD.iter().copied().find(|known| *known == uri);
        self.standard.extend(standard);
        standard.is_some()
    }

    fn check_family(&self, offered: Family, findings: &mut Findings) {
        let nom = self.own.iter().find(|(base, _)| NOM.contains(base));
        let std = self.standard.iter().copied().find(|uri| [DOMAIN, CONTACT].contains(uri));
        let std = std.or_else(|| self.own.iter().find(|(base, _)| is_std(base)).map(|(base, _)| *base));
        match (nom, std) {
            (Some((nom, _)), Some(std)) => {
                findings.add(Refusal::new(Outcome::SchemasConflict).value(nom).fact("other", std));
            }
            (Some((nom, _)), None) if !offered.offers(Family::Nom) => {
                let refusal = Refusal::new(Outcome::ObjectServiceUnsupported);
                findings.add(refusal.at(Field::ObjectService).value(nom));
            }
            (None, Some(std)) if !offered.offers(Family::Std) => {
                let refusal = Refusal::new(Outcome::ObjectServiceUnsupported);
                findings.add(refusal.at(Field::ObjectService).value(std));
            }
            _ => {}
        }
    }
}

/// What marks a session as one of the std family.
fn is_std(base: &str) -> bool {
    base.starts_with("std-") || base.ends_with("-nom-ext")
}

/// What marks a session as one of the nom family.
const NOM: [&str; 5] = ["nom-domain", "nom-account", "nom-contact", "nom-ns", "nom-notifications"];

const STANDARD: [&str; 6] = [DOMAIN, CONTACT, HOST, SECDNS, EPP, "urn:ietf:params:xml:ns:eppcom-1.0"];

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes(offered: Family, objects: &[&str], extensions: &[&str]) -> Vec<Outcome> {
        let whole = |uris: &[&str]| -> Vec<Cow<'static, str>> {
            let spell = |uri: &&str| match uri.split_once(':') {
                Some(_) => Cow::Owned((*uri).to_owned()),
                None => Cow::Owned(format!("{}{uri}", super::super::namespaces::BASE)),
            };
            uris.iter().map(spell).collect()
        };
        let mut findings = Findings::new();
        Services::announced(offered, &whole(objects), &whole(extensions), &mut findings);
        findings.end().err().map_or(Vec::new(), |found| found.iter().map(|one| one.outcome).collect())
    }

    #[test]
    fn families_exclude_each_other() {
        let std = [DOMAIN, CONTACT, HOST];
        assert_eq!(outcomes(Family::Std, &std, &["std-release-1.0", "domain-nom-ext-1.0"]), []);
        assert_eq!(outcomes(Family::Nom, &["nom-domain-2.0", "nom-account-1.1", HOST], &[]), []);
        for (objects, extensions) in
            [(&["nom-domain-1.0", DOMAIN][..], &[][..]), (&["nom-domain-1.0"], &["std-list-1.0"])]
        {
            assert_eq!(outcomes(Family::Both, objects, extensions), [Outcome::SchemasConflict]);
        }
        assert_eq!(outcomes(Family::Std, &["nom-domain-1.0"], &[]), [Outcome::ObjectServiceUnsupported]);
    }

    #[test]
    fn what_clients_misplace_is_taken_and_what_nobody_knows_is_not() {
        assert_eq!(outcomes(Family::Std, &[EPP, DOMAIN, SECDNS, "std-list-1.0"], &["nom-tag-1.0"]), []);
        assert_eq!(
            outcomes(Family::Std, &["urn:example:a"], &["urn:example:b"]),
            [Outcome::ObjectServiceUnsupported, Outcome::ExtensionUnsupported]
        );
    }
}
