//! Words of this protocol for what is simple elsewhere.

use engine::model::{Domain, DomainName};

/// Whether something is so, in most fields.
pub(crate) const fn truth(is_so: bool) -> &'static str {
    if is_so { "True" } else { "False" }
}

/// Whether something is so, in lists of domains.
pub(crate) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "Yes" } else { "No" }
}

/// A name in its two parts, `sld` and `tld`.
pub(crate) fn parts(name: &DomainName) -> (&str, &str) {
    name.split_first().unwrap_or((name.as_str(), ""))
}

/// The attributes of an element that names a domain: its parts, and its number under a name that differs.
pub(crate) fn marks(domain: &Domain, number: &'static str) -> Vec<(&'static str, String)> {
    let (sld, tld) = parts(&domain.name);
    vec![("sld", sld.to_owned()), ("tld", tld.to_owned()), (number, domain.id.0.to_string())]
}
