//! The XML namespaces of EPP and its extensions. Answers write them under fixed prefixes, requests under any.

/// The protocol itself (RFC 5730).
pub(crate) const EPP: &str = "urn:ietf:params:xml:ns:epp-1.0";
/// Domains (RFC 5731).
pub(crate) const DOMAIN: &str = "urn:ietf:params:xml:ns:domain-1.0";
/// Hosts (RFC 5732).
pub(crate) const HOST: &str = "urn:ietf:params:xml:ns:host-1.0";
/// Contacts (RFC 5733).
pub(crate) const CONTACT: &str = "urn:ietf:params:xml:ns:contact-1.0";
/// DNS security (RFC 5910).
pub(crate) const SECDNS: &str = "urn:ietf:params:xml:ns:secDNS-1.1";
/// Grace periods and restoration (RFC 3915).
pub(crate) const RGP: &str = "urn:ietf:params:xml:ns:rgp-1.0";
/// Long passwords and security events at login (RFC 8807).
pub(crate) const LOGIN_SEC: &str = "urn:ietf:params:xml:ns:epp:loginSec-1.0";
/// What to do with extensions the client did not announce (RFC 9038).
pub(crate) const UNHANDLED_NAMESPACES: &str = "urn:ietf:params:xml:ns:epp:unhandled-namespaces-1.0";
/// How authInfo is kept (RFC 9154).
pub(crate) const SECURE_AUTHINFO: &str = "urn:ietf:params:xml:ns:epp:secure-authinfo-transfer-1.0";
