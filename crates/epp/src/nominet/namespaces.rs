//! The namespaces of both families.

/// Where all of Nominet's namespaces begin.
pub(super) const BASE: &str = "http://www.nominet.org.uk/epp/xml/";

macro_rules! spaces {
    ($($base:literal: $($version:literal)*;)*) => {
        /// Every namespace of Nominet's: its name without version, the version, the whole.
        pub(super) const KNOWN: &[(&str, &str, &str)] = &[
            $($(($base, $version, concat!("http://www.nominet.org.uk/epp/xml/", $base, "-", $version)),)*)*
        ];
    };
}

spaces! {
    "nom-account": "1.0" "1.1" "2.0" "2.1" "2.2";
    "nom-contact": "1.0" "1.1" "2.0" "2.1" "2.2";
    "nom-domain": "1.0" "1.1" "1.2" "2.0" "2.1" "2.2";
    "nom-ns": "1.0" "1.1";
    "nom-notifications": "1.0" "1.1" "1.2" "2.0" "2.1";
    "nom-tag": "1.0";
    "nom-reseller": "1.0";
    "nom-dss": "1.0";
    "nom-abuse-feed": "1.0";
    "nom-data-quality": "1.0" "1.1";
    "nom-direct-rights": "1.0";
    "contact-nom-ext": "1.0" "1.1";
    "domain-nom-ext": "1.0" "1.1" "1.2";
    "std-contact-id": "1.0";
    "std-fork": "1.0";
    "std-handshake": "1.0";
    "std-list": "1.0";
    "std-locks": "1.0";
    "std-notifications": "1.0" "1.1" "1.2";
    "std-release": "1.0";
    "std-unrenew": "1.0";
    "std-warning": "1.0" "1.1";
}

/// The name and version of a namespace of Nominet's, and the namespace as a constant.
pub(super) fn known(uri: &str) -> Option<(&'static str, &'static str, &'static str)> {
    KNOWN.iter().copied().find(|(_, _, known)| *known == uri)
}

/// The namespace of a name and version.
pub(super) fn uri(base: &str, version: &str) -> Option<&'static str> {
    KNOWN.iter().find(|known| (known.0, known.1) == (base, version)).map(|known| known.2)
}
