//! Zones as text (RFC 1035 section 5).

use domain::base::Name;
use domain::base::iana::{Class, Rtype};
use domain::base::zonefile_fmt::{DisplayKind, ZonefileFmt as _};
use domain::zonefile::inplace::{Entry, Zonefile};
use outcomes::Outcome;

use crate::Refusal;
use crate::model::DomainName;

/// The records of a zone file, each on one line with its whole name, TTL, class and type, without the start of authority.
/// Names that do not end with a dot lie in the origin; where no TTL is written or set, `ttl` is meant. Other files are not
/// included.
///
/// # Errors
/// `dns_rdata_malformed`: no zone file, and where.
pub fn records(text: &str, origin: &DomainName, ttl: u32) -> Result<Vec<String>, Refusal> {
    let mut file = Zonefile::new();
    file.set_origin(origin.as_str().parse::<Name<_>>().map_err(|error| malformed(&error.to_string()))?);
    file.set_default_class(Class::IN);
    file.extend_from_slice(format!("$TTL {ttl}\n{text}\n").as_bytes());
    let mut lines = Vec::new();
    while let Some(entry) = file.next_entry().map_err(|error| malformed(&error.to_string()))? {
        match entry {
            Entry::Record(record) if record.rtype() == Rtype::SOA => {}
            Entry::Record(record) => {
                lines.push(at_origin(record.display_zonefile(DisplayKind::Simple).to_string()));
            }
            Entry::Include { .. } => return Err(malformed("no other file is included")),
        }
    }
    Ok(lines)
}

/// The library knows the sign for the origin as an owner only, and takes it for a label in data, which names stand last in.
fn at_origin(line: String) -> String {
    match line.rsplit_once(' ') {
        Some((before, last)) if last.starts_with("@.") => format!("{before} {}", &last["@.".len()..]),
        _ => line,
    }
}

fn malformed(rule: &str) -> Refusal {
    Refusal::new(Outcome::DnsRdataMalformed).value("zone file").fact("type", "record").fact("rule", rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, Refusal> {
        records(text, &DomainName::parse("shop.test").unwrap(), 3600)
    }

    #[test]
    fn every_record_is_a_line_of_its_own() {
        let file = "\
$TTL 600
@ IN SOA ns.shop.test. admin.shop.test. (
    1 ; serial
    2 3 4 5 )
  IN NS ns.example.net.
www 60 A 192.0.2.1
    AAAA 2001:db8::1 ; behind a blank: the same name
$ORIGIN sub.shop.test.
mail MX 10 @
txt TXT \"a b\" \"c;d\"
";
        let expected = [
            "shop.test. 600 IN NS ns.example.net.",
            "www.shop.test. 60 IN A 192.0.2.1",
            "www.shop.test. 600 IN AAAA 2001:db8::1",
            "mail.sub.shop.test. 600 IN MX 10 sub.shop.test.",
            "txt.sub.shop.test. 600 IN TXT \"a b\" \"c;d\"",
        ];
        assert_eq!(read(file).unwrap(), expected);
        assert_eq!(read("www A 192.0.2.1").unwrap(), ["www.shop.test. 3600 IN A 192.0.2.1"]);
        assert_eq!(read("").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn what_is_no_zone_file_is_refused() {
        for text in ["www A", "www A 192.0.2.256", "$INCLUDE /etc/passwd", "www TXT \"x", "( www A 192.0.2.1"]
        {
            assert_eq!(read(text).unwrap_err().outcome, Outcome::DnsRdataMalformed, "{text}");
        }
    }
}
