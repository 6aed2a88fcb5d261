//! Which element of a command a refusal points at, so that an answer can show the offending value in the form in which
//! the client sent it (`extValue` of RFC 5730 section 2.6).

use engine::Field;
use outcomes::Operation;
use wire::xml::Writer;

use crate::namespaces::{CONTACT, DOMAIN, EPP, HOST, SECDNS};

/// The kinds of objects: some parts have the same meaning and other names in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    /// A domain.
    Domain,
    /// A contact.
    Contact,
    /// A host.
    Host,
}

impl Object {
    /// The kind of object that an operation is about; `None` for those of the session and of the queue.
    pub(crate) fn of_operation(operation: Operation) -> Option<Self> {
        let (object, _) = operation.name().split_once('_')?;
        match object {
            "domain" => Some(Self::Domain),
            "contact" => Some(Self::Contact),
            "host" => Some(Self::Host),
            _ => None,
        }
    }
}

/// An element that can show an offending value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Blamed {
    /// Its name, with the prefix under which answers are written.
    pub(crate) name: &'static str,
    /// The attribute that declares the prefix.
    pub(crate) declaration: &'static str,
    /// The namespace.
    pub(crate) namespace: &'static str,
    /// The attribute in which the value stands; `None` if it is the text.
    pub(crate) attribute: Option<&'static str>,
}

impl Blamed {
    /// Writes the element with the offending value in its place.
    pub(crate) fn render(&self, value: &str, xml: &mut Writer) {
        let declaration = (self.declaration, self.namespace);
        match self.attribute {
            Some(attribute) => xml.empty(self.name, &[declaration, (attribute, value)]),
            None => xml.leaf_with(self.name, &[declaration], value),
        };
    }
}

/// The element in which a command on such an object, or on the session, names a part. `None` for what has no element of
/// its own, and for secrets, which are never shown.
pub(crate) fn element_of(object: Option<Object>, field: Field) -> Option<Blamed> {
    let tables = match object {
        Some(Object::Domain) => [ON_DOMAINS, ON_DNSSEC],
        Some(Object::Contact) => [ON_CONTACTS, &[]],
        Some(Object::Host) => [ON_HOSTS, &[]],
        None => [ON_SESSIONS, &[]],
    };
    tables.into_iter().flatten().find_map(|(known, blamed)| (*known == field).then_some(*blamed))
}

const ON_SESSIONS: &[(Field, Blamed)] = &[
    (Field::Version, session("epp:version")),
    (Field::Language, session("epp:lang")),
    (Field::ObjectService, session("epp:objURI")),
    (Field::ExtensionService, session("epp:extURI")),
    (Field::ClientId, session("epp:clTRID")),
    (Field::MessageId, session("epp:poll").in_attribute("msgID")),
];

const ON_DOMAINS: &[(Field, Blamed)] = &[
    (Field::DomainName, domain("domain:name")),
    (Field::Period, domain("domain:period")),
    (Field::CurrentExpiry, domain("domain:curExpDate")),
    (Field::Registrant, domain("domain:registrant")),
    (Field::DomainContact, domain("domain:contact")),
    (Field::ContactRole, domain("domain:contact").in_attribute("type")),
    (Field::NameServer, domain("domain:hostObj")),
    (Field::HostName, domain("domain:hostName")),
    (Field::HostAddress, domain("domain:hostAddr")),
    (Field::Status, domain("domain:status").in_attribute("s")),
];

const ON_DNSSEC: &[(Field, Blamed)] = &[
    (Field::DnssecKeyTag, dnssec("secDNS:keyTag")),
    (Field::DnssecFlags, dnssec("secDNS:flags")),
    (Field::DnssecProtocol, dnssec("secDNS:protocol")),
    (Field::DnssecAlgorithm, dnssec("secDNS:alg")),
    (Field::DnssecPublicKey, dnssec("secDNS:pubKey")),
    (Field::DnssecDigestType, dnssec("secDNS:digestType")),
    (Field::DnssecDigest, dnssec("secDNS:digest")),
    (Field::DnssecMaxSignatureLife, dnssec("secDNS:maxSigLife")),
];

const ON_CONTACTS: &[(Field, Blamed)] = &[
    (Field::ContactId, contact("contact:id")),
    (Field::ContactPostal, contact("contact:postalInfo").in_attribute("type")),
    (Field::ContactName, contact("contact:name")),
    (Field::ContactOrganisation, contact("contact:org")),
    (Field::ContactStreet, contact("contact:street")),
    (Field::ContactCity, contact("contact:city")),
    (Field::ContactProvince, contact("contact:sp")),
    (Field::ContactPostalCode, contact("contact:pc")),
    (Field::ContactCountry, contact("contact:cc")),
    (Field::ContactVoice, contact("contact:voice")),
    (Field::ContactFax, contact("contact:fax")),
    (Field::ContactEmail, contact("contact:email")),
    (Field::Status, contact("contact:status").in_attribute("s")),
];

const ON_HOSTS: &[(Field, Blamed)] = &[
    (Field::HostName, host("host:name")),
    (Field::NewHostName, host("host:name")),
    (Field::HostAddress, host("host:addr")),
    (Field::Status, host("host:status").in_attribute("s")),
];

const fn session(name: &'static str) -> Blamed {
    Blamed { name, declaration: "xmlns:epp", namespace: EPP, attribute: None }
}

const fn domain(name: &'static str) -> Blamed {
    Blamed { name, declaration: "xmlns:domain", namespace: DOMAIN, attribute: None }
}

const fn dnssec(name: &'static str) -> Blamed {
    Blamed { name, declaration: "xmlns:secDNS", namespace: SECDNS, attribute: None }
}

const fn contact(name: &'static str) -> Blamed {
    Blamed { name, declaration: "xmlns:contact", namespace: CONTACT, attribute: None }
}

const fn host(name: &'static str) -> Blamed {
    Blamed { name, declaration: "xmlns:host", namespace: HOST, attribute: None }
}

impl Blamed {
    const fn in_attribute(self, attribute: &'static str) -> Self {
        Self { attribute: Some(attribute), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OBJECTS: [Option<Object>; 4] =
        [Some(Object::Domain), Some(Object::Contact), Some(Object::Host), None];

    fn shown(object: Object, field: Field, value: &str) -> String {
        let mut xml = Writer::new();
        element_of(Some(object), field).expect("it has an element").render(value, &mut xml);
        String::from_utf8(xml.finish()).expect("what is written is UTF-8")
    }

    #[test]
    fn the_value_stands_where_the_client_wrote_it() {
        assert_eq!(
            shown(Object::Domain, Field::Period, "99<"),
            "<domain:period xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\">99&lt;</domain:period>"
        );
        assert_eq!(
            shown(Object::Contact, Field::Status, "ok\""),
            "<contact:status xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\" s=\"ok&quot;\"/>"
        );
        assert_eq!(
            shown(Object::Domain, Field::DnssecFlags, "1"),
            "<secDNS:flags xmlns:secDNS=\"urn:ietf:params:xml:ns:secDNS-1.1\">1</secDNS:flags>"
        );
    }

    #[test]
    fn every_element_is_in_the_namespace_that_it_declares() {
        for (object, field) in OBJECTS.into_iter().flat_map(|object| Field::ALL.map(|field| (object, field)))
        {
            let Some(blamed) = element_of(object, field) else { continue };
            let (prefix, _) = blamed.name.split_once(':').expect("it has a prefix");
            assert_eq!(blamed.declaration.strip_prefix("xmlns:"), Some(prefix));
            assert!(blamed.namespace.contains(&format!(":{prefix}-")), "{blamed:?}");
        }
    }

    #[test]
    fn secrets_are_never_shown() {
        for secret in [Field::Authinfo, Field::Password, Field::NewPassword, Field::Login] {
            assert!(OBJECTS.iter().all(|object| element_of(*object, secret).is_none()), "{secret}");
        }
    }

    #[test]
    fn objects_go_by_their_operations() {
        assert_eq!(Object::of_operation(Operation::DomainTransferQuery), Some(Object::Domain));
        assert_eq!(Object::of_operation(Operation::ContactCheck), Some(Object::Contact));
        assert_eq!(Object::of_operation(Operation::HostUpdate), Some(Object::Host));
        assert_eq!(Object::of_operation(Operation::SessionLogin), None);
    }
}
