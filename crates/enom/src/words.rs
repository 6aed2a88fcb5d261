//! Words of this protocol for what is simple elsewhere.

use engine::model::{Domain, DomainName, Goods};

/// Whether something is so, in most fields.
pub(crate) const fn truth(is_so: bool) -> &'static str {
    if is_so { "True" } else { "False" }
}

/// Whether something is so, in lists of domains.
pub(crate) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "Yes" } else { "No" }
}

/// What is ordered of a domain, in the cart and in orders; certificates are called by their classes.
pub(crate) const fn ordered(goods: &Goods) -> Option<&'static str> {
    match goods {
        Goods::Register(_) => Some("Register"),
        Goods::Renew(_) => Some("Renew"),
        Goods::Restore(_) => Some("RGP"),
        Goods::Transfer(_) => Some("Transfer"),
        Goods::Privacy(_) => Some("IDProtect"),
        Goods::PrivacyRenewal(_) => Some("IDProtectRenewal"),
        Goods::Certificate(_) => None,
    }
}

/// The numbers of privacy among products: the first years, and further ones.
pub(crate) const PRIVACY: &str = "72";
pub(crate) const PRIVACY_RENEWAL: &str = "73";

/// A name in its two parts, `sld` and `tld`.
pub(crate) fn parts(name: &DomainName) -> (&str, &str) {
    name.split_first().unwrap_or((name.as_str(), ""))
}

/// The attributes of an element that names a domain: its parts, and its number under a name that differs.
pub(crate) fn marks(domain: &Domain, number: &'static str) -> Vec<(&'static str, String)> {
    let (sld, tld) = parts(&domain.name);
    vec![("sld", sld.to_owned()), ("tld", tld.to_owned()), (number, domain.id.0.to_string())]
}
