//! DNS security (RFC 5910): DS data or key data with a domain.

use engine::{
    Field, Findings, Outcome, Refusal, Refusals,
    model::{DnssecData, Ds, Key},
    ops::domain::{DnssecChange, DnssecRemoval},
};
use wire::xml::{Element, Writer};

use super::Extension;
use crate::{
    answer::Answer,
    namespaces::SECDNS,
    request::Request,
    syntax::{Content, token},
};

pub(crate) struct SecDns;

impl Extension for SecDns {
    fn uri(&self) -> &'static str {
        SECDNS
    }

    fn read(&self, element: Element<'_, '_>, request: Request) -> Result<Request, Refusals> {
        match (element.name(), request) {
            ("create", Request::DomainCreate(mut create)) => {
                create.dnssec = data(element)?;
                Ok(Request::DomainCreate(create))
            }
            ("update", Request::DomainUpdate(mut update)) => {
                update.dnssec = Some(change(element)?);
                Ok(Request::DomainUpdate(update))
            }
            _ => Err(Refusal::new(Outcome::ExtensionMisplaced).value(SECDNS).into()),
        }
    }

    fn speaks(&self, answer: &Answer) -> bool {
        matches!(answer, Answer::DomainFound(view, _) if view.domain.dnssec.is_signed())
    }

    fn write(&self, answer: &Answer, xml: &mut Writer) {
        let Answer::DomainFound(view, _) = answer else { return };
        render(&view.domain.dnssec, xml);
    }
}

/// Writes `<secDNS:infData>`.
pub(crate) fn render(data: &DnssecData, xml: &mut Writer) {
    xml.open_with("secDNS:infData", &[("xmlns:secDNS", SECDNS)]);
    if let Some(life) = data.max_signature_life {
        xml.leaf_display("secDNS:maxSigLife", life);
    }
    for record in &data.ds {
        write_ds(record, xml);
    }
    for key in &data.keys {
        write_key(key, xml);
    }
    xml.close();
}

/// `maxSigLife?, (dsData+ | keyData+)`
fn data(element: Element<'_, '_>) -> Result<DnssecData, Refusals> {
    let mut content = Content::of(element, SECDNS)?;
    let life = content.optional("maxSigLife")?;
    let max_signature_life = life.map(signature_life).transpose()?;
    let ds = content.many("dsData", MOST_RECORDS)?;
    let keys = content.many("keyData", MOST_RECORDS)?;
    if ds.is_empty() && keys.is_empty() {
        content.choice(&["dsData", "keyData"])?;
    }
    content.end()?;
    records(&ds, &keys, max_signature_life)
}

/// `rem?, add?, chg?`
fn change(element: Element<'_, '_>) -> Result<DnssecChange, Refusals> {
    if element.attribute("urgent").is_some_and(|urgent| matches!(urgent, "1" | "true")) {
        let refusal = Refusal::new(Outcome::OptionUnimplemented).at(Field::DnssecData);
        return Err(refusal.value("urgent").fact("option", "priority of a DNSSEC update").into());
    }
    let mut content = Content::beside(&["urgent"], element, SECDNS)?;
    let remove = content.optional("rem")?;
    let add = content.optional("add")?;
    let change = content.optional("chg")?;
    content.end()?;
    if remove.is_none() && add.is_none() && change.is_none() {
        return Err(Refusal::new(Outcome::UpdateEmpty).at(Field::DnssecData).into());
    }

    let mut added = add.map(data).transpose()?.unwrap_or_default();
    if let Some(change) = change {
        let mut content = Content::of(change, SECDNS)?;
        let life = content.optional("maxSigLife")?;
        content.end()?;
        added.max_signature_life = life.map(signature_life).transpose()?;
    }
    Ok(DnssecChange { remove: remove.map(removal).transpose()?, add: added })
}

/// `all | dsData+ | keyData+`
fn removal(element: Element<'_, '_>) -> Result<DnssecRemoval, Refusals> {
    let mut content = Content::of(element, SECDNS)?;
    if let Some(all) = content.optional("all")? {
        content.end()?;
        let text = token(all, &[])?;
        return match &*text {
            "true" | "1" => Ok(DnssecRemoval::All),
            // "not all" and nothing else: nothing is removed.
            _ => Ok(DnssecRemoval::Ds(Vec::new())),
        };
    }
    let ds = content.many("dsData", MOST_RECORDS)?;
    let keys = content.many("keyData", MOST_RECORDS)?;
    if ds.is_empty() && keys.is_empty() {
        content.choice(&["all", "dsData", "keyData"])?;
    }
    content.end()?;
    let DnssecData { ds, keys, .. } = records(&ds, &keys, None)?;
    Ok(if ds.is_empty() { DnssecRemoval::Keys(keys) } else { DnssecRemoval::Ds(ds) })
}

fn records(
    ds: &[Element<'_, '_>],
    keys: &[Element<'_, '_>],
    max_signature_life: Option<u32>,
) -> Result<DnssecData, Refusals> {
    let mut findings = Findings::new();
    let mut data = DnssecData { max_signature_life, ..DnssecData::default() };
    for element in ds {
        let fields = DsFields::read(*element)?;
        data.ds.extend(fields.parse(&mut findings)?);
    }
    for element in keys {
        let fields = KeyFields::read(*element)?;
        data.keys.extend(fields.parse(&mut findings)?);
    }
    findings.finish(data)
}

/// The texts of a `dsData`.
struct DsFields<'doc, 'input> {
    key_tag: Element<'doc, 'input>,
    algorithm: Element<'doc, 'input>,
    digest_type: Element<'doc, 'input>,
    digest: Element<'doc, 'input>,
    key: Option<KeyFields<'doc, 'input>>,
}

impl<'doc, 'input> DsFields<'doc, 'input> {
    fn read(element: Element<'doc, 'input>) -> Result<Self, Refusals> {
        let mut content = Content::of(element, SECDNS)?;
        let mut next = |name| content.required(name);
        let (key_tag, algorithm, digest_type, digest) =
            (next("keyTag")?, next("alg")?, next("digestType")?, next("digest")?);
        let key = content.optional("keyData")?;
        content.end()?;
        Ok(Self { key_tag, algorithm, digest_type, digest, key: key.map(KeyFields::read).transpose()? })
    }

    fn parse(&self, findings: &mut Findings) -> Result<Option<Ds>, Refusals> {
        let key_tag = number(self.key_tag, Field::DnssecKeyTag, findings)?;
        let algorithm = number(self.algorithm, Field::DnssecAlgorithm, findings)?;
        let digest_type = number(self.digest_type, Field::DnssecDigestType, findings)?;
        let digest = token(self.digest, &[])?;
        let key = self.key.as_ref().map(|key| key.parse(findings)).transpose()?;
        if matches!(key, Some(None)) {
            return Ok(None);
        }
        let (Some(key_tag), Some(algorithm), Some(digest_type)) = (key_tag, algorithm, digest_type) else {
            return Ok(None);
        };
        Ok(findings
            .take(Field::DnssecData, Ds::parse(key_tag, algorithm, digest_type, &digest, key.flatten())))
    }
}

/// The texts of a `keyData`.
struct KeyFields<'doc, 'input> {
    flags: Element<'doc, 'input>,
    protocol: Element<'doc, 'input>,
    algorithm: Element<'doc, 'input>,
    public_key: Element<'doc, 'input>,
}

impl<'doc, 'input> KeyFields<'doc, 'input> {
    fn read(element: Element<'doc, 'input>) -> Result<Self, Refusals> {
        let mut content = Content::of(element, SECDNS)?;
        let mut next = |name| content.required(name);
        let (flags, protocol, algorithm, public_key) =
            (next("flags")?, next("protocol")?, next("alg")?, next("pubKey")?);
        content.end()?;
        Ok(Self { flags, protocol, algorithm, public_key })
    }

    fn parse(&self, findings: &mut Findings) -> Result<Option<Key>, Refusals> {
        let flags = number(self.flags, Field::DnssecFlags, findings)?;
        let protocol = number(self.protocol, Field::DnssecProtocol, findings)?;
        let algorithm = number(self.algorithm, Field::DnssecAlgorithm, findings)?;
        let public_key = token(self.public_key, &[])?;
        let (Some(flags), Some(protocol), Some(algorithm)) = (flags, protocol, algorithm) else {
            return Ok(None);
        };
        Ok(findings.take(Field::DnssecData, Key::parse(flags, protocol, algorithm, &public_key)))
    }
}

/// The schema's `maxSigLifeType`: a 32-bit integer of at least 1.
fn signature_life(element: Element<'_, '_>) -> Result<u32, Refusals> {
    let mut findings = Findings::new();
    let life = number::<i32>(element, Field::DnssecMaxSignatureLife, &mut findings)?;
    let life = life.and_then(|seconds| u32::try_from(seconds).ok()).filter(|seconds| *seconds > 0);
    if life.is_none() && findings.is_empty() {
        findings.add(Refusal::new(Outcome::NumberMalformed).at(Field::DnssecMaxSignatureLife).value(0));
    }
    findings.finish(life.unwrap_or_default())
}

fn number<T: std::str::FromStr>(
    element: Element<'_, '_>,
    field: Field,
    findings: &mut Findings,
) -> Result<Option<T>, Refusals> {
    let text = token(element, &[])?;
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.then(|| text.parse().ok()).flatten();
    Ok(findings.take(field, number.ok_or_else(|| Refusal::new(Outcome::NumberMalformed).value(&text))))
}

fn write_ds(record: &Ds, xml: &mut Writer) {
    xml.open("secDNS:dsData");
    xml.leaf_display("secDNS:keyTag", record.key_tag).leaf_display("secDNS:alg", record.algorithm);
    xml.leaf_display("secDNS:digestType", record.digest_type).leaf("secDNS:digest", &record.digest);
    if let Some(key) = &record.key {
        write_key(key, xml);
    }
    xml.close();
}

fn write_key(key: &Key, xml: &mut Writer) {
    xml.open("secDNS:keyData");
    xml.leaf_display("secDNS:flags", key.flags).leaf("secDNS:protocol", "3");
    xml.leaf_display("secDNS:alg", key.algorithm).leaf("secDNS:pubKey", &key.public_key);
    xml.close();
}

/// More records than any zone takes.
const MOST_RECORDS: usize = 100;
