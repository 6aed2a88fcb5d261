//! The documents that are sent (RFC 5730-5733), with marks for numbers where a [`Draft`](super::draft::Draft)
//! takes them.

/// What the names of one run look like.
#[derive(Clone, Debug)]
pub(super) struct Names {
    /// The zone, without a dot in front.
    pub(super) zone: String,
    /// Told apart from every other run against the same server.
    pub(super) run: String,
}

impl Names {
    /// A domain that was there before the run, by number.
    pub(super) fn known(&self, number: u32) -> String {
        format!("n{number:08}.{}", self.zone)
    }

    /// A domain that the run created, by number.
    pub(super) fn fresh(&self, number: u32) -> String {
        format!("c{}-{number:08}.{}", self.run, self.zone)
    }

    /// The domain that the preloaded ones are copies of.
    pub(super) fn template(&self) -> String {
        format!("template.{}", self.zone)
    }

    /// Two checks of five names each; over both, half of the names are free.
    pub(super) fn checks(&self) -> [String; 2] {
        let known = format!("n{{known}}.{}", self.zone);
        let free = format!("free-{{free}}.{}", self.zone);
        let (k, f) = (known.as_str(), free.as_str());
        [check([k, f, k, f, k]), check([f, k, f, k, f])]
    }

    /// The info of a domain that is there.
    pub(super) fn info(&self) -> String {
        info(&format!("n{{known}}.{}", self.zone))
    }

    /// The creation of a domain that nobody created before.
    pub(super) fn create(&self) -> String {
        create(&format!("c{}-{{fresh}}.{}", self.run, self.zone))
    }
}

/// A check of domain names.
pub(super) fn check<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: String = names.into_iter().map(|name| format!("<domain:name>{name}</domain:name>")).collect();
    command(&format!("<check><domain:check {DOMAIN}>{names}</domain:check></check>"))
}

/// The info of one domain.
pub(super) fn info(name: &str) -> String {
    let body = format!("<domain:name hosts=\"all\">{name}</domain:name>");
    command(&format!("<info><domain:info {DOMAIN}>{body}</domain:info></info>"))
}

/// The creation of a domain with the contacts and hosts of [`outfit`].
pub(super) fn create(name: &str) -> String {
    let [holder, admin, tech] = CONTACTS;
    let hosts = HOSTS.map(|host| format!("<domain:hostObj>{host}</domain:hostObj>")).concat();
    let body = format!(
        "<domain:name>{name}</domain:name><domain:period unit=\"y\">1</domain:period>\
         <domain:ns>{hosts}</domain:ns><domain:registrant>{holder}</domain:registrant>\
         <domain:contact type=\"admin\">{admin}</domain:contact>\
         <domain:contact type=\"tech\">{tech}</domain:contact>\
         <domain:authInfo><domain:pw>Bench-2-secret</domain:pw></domain:authInfo>"
    );
    command(&format!("<create><domain:create {DOMAIN}>{body}</domain:create></create>"))
}

/// What has to be there before a domain can be created: its contacts and hosts.
pub(super) fn outfit() -> Vec<String> {
    CONTACTS.iter().map(|handle| contact(handle)).chain(HOSTS.iter().map(|name| host(name))).collect()
}

/// A login for domains, contacts and hosts, without extensions.
pub(super) fn login(account: &str, password: &str) -> String {
    let services: String =
        ["domain", "contact", "host"].map(|kind| format!("<objURI>{NS}:{kind}-1.0</objURI>")).concat();
    command(&format!(
        "<login><clID>{}</clID><pw>{}</pw><options><version>1.0</version><lang>en</lang></options>\
         <svcs>{services}</svcs></login>",
        escaped(account),
        escaped(password),
    ))
}

fn contact(handle: &str) -> String {
    let body = format!(
        "<contact:id>{handle}</contact:id><contact:postalInfo type=\"int\"><contact:name>Bench Mark</contact:name>\
         <contact:addr><contact:street>1 Example Street</contact:street><contact:city>Exampleton</contact:city>\
         <contact:pc>10000</contact:pc><contact:cc>CZ</contact:cc></contact:addr></contact:postalInfo>\
         <contact:voice>+420.200000000</contact:voice><contact:email>bench@example.test</contact:email>\
         <contact:authInfo><contact:pw>Bench-2-secret</contact:pw></contact:authInfo>"
    );
    let kind = "xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\"";
    command(&format!("<create><contact:create {kind}>{body}</contact:create></create>"))
}

fn host(name: &str) -> String {
    let kind = "xmlns:host=\"urn:ietf:params:xml:ns:host-1.0\"";
    let body = format!("<host:name>{name}</host:name>");
    command(&format!("<create><host:create {kind}>{body}</host:create></create>"))
}

fn command(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<epp xmlns=\"{NS}:epp-1.0\"><command>{body}\
         <clTRID>bench-{{serial}}</clTRID></command></epp>"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

const NS: &str = "urn:ietf:params:xml:ns";
const DOMAIN: &str = "xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"";
const CONTACTS: [&str; 3] = ["bench-holder", "bench-admin", "bench-tech"];
/// In a zone that no registry serves, so they need no addresses.
const HOSTS: [&str; 2] = ["ns1.bench.example", "ns2.bench.example"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_names_in_checks_are_free() {
        let names = Names { zone: "test".to_owned(), run: "0a".to_owned() };
        let checks = names.checks().concat();
        assert_eq!(checks.matches("{known}").count(), 5);
        assert_eq!(checks.matches("{free}").count(), 5);
    }

    #[test]
    fn a_password_cannot_break_the_document() {
        assert!(login("A&B", "<secret>").contains("<clID>A&amp;B</clID><pw>&lt;secret>"));
    }
}
