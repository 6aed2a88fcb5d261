//! Questions to a primary, and its answers.

use domain::base::iana::{Class, Rcode, Rtype};
use domain::base::name::{Label, ToLabelIter};
use domain::base::rdata::ComposeRecordData;
use domain::base::{Message, MessageBuilder, Name, ParsedName, ParsedRecord};
use domain::rdata::AllRecordData;
use engine::model::{DnsRecord, DomainName, RowName};
use engine::ports::AxfrFailed;

/// What is asked of a primary.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    id: u16,
    zone: Name<Vec<u8>>,
    kind: Rtype,
}

impl Question {
    /// Which version it has.
    ///
    /// # Errors
    /// The zone has a name that cannot stand in a message.
    pub(crate) fn version(id: u16, zone: &DomainName) -> Result<Self, AxfrFailed> {
        Self::new(id, zone, Rtype::SOA)
    }

    /// All of it.
    ///
    /// # Errors
    /// The zone has a name that cannot stand in a message.
    pub(crate) fn everything(id: u16, zone: &DomainName) -> Result<Self, AxfrFailed> {
        Self::new(id, zone, Rtype::AXFR)
    }

    fn new(id: u16, zone: &DomainName, kind: Rtype) -> Result<Self, AxfrFailed> {
        let zone = zone.as_str().parse().map_err(|_| AxfrFailed::new("its name cannot be asked for"))?;
        Ok(Self { id, zone, kind })
    }

    /// The question as a message.
    ///
    /// # Errors
    /// It does not fit into one, which a name cannot bring about.
    pub(crate) fn message(&self) -> Result<Vec<u8>, AxfrFailed> {
        let mut builder = MessageBuilder::new_vec();
        builder.header_mut().set_id(self.id);
        let mut question = builder.question();
        question.push((&self.zone, self.kind)).map_err(AxfrFailed::new)?;
        Ok(question.finish())
    }

    /// The records in a message that answers the question, those outside the zone left out.
    ///
    /// # Errors
    /// It is malformed, answers something else, or says no.
    pub(crate) fn records(&self, message: &[u8]) -> Result<Vec<DnsRecord>, AxfrFailed> {
        let message = Message::from_octets(message).map_err(malformed)?;
        let header = message.header();
        if header.id() != self.id || !header.qr() {
            return Err(AxfrFailed::new("the primary answered something that was not asked"));
        }
        if header.rcode() != Rcode::NOERROR {
            return Err(AxfrFailed::new(format_args!("the primary answered {}", header.rcode())));
        }
        let mut records = Vec::new();
        for record in message.answer().map_err(malformed)? {
            records.extend(self.read(&record.map_err(malformed)?)?);
        }
        Ok(records)
    }

    fn read(&self, record: &ParsedRecord<'_, &[u8]>) -> Result<Option<DnsRecord>, AxfrFailed> {
        if record.class() != Class::IN || !record.owner().ends_with(&self.zone) {
            return Ok(None);
        }
        let data = record.to_any_record::<AllRecordData<_, ParsedName<_>>>().map_err(malformed)?;
        let mut rdata = Vec::new();
        data.data().compose_rdata(&mut rdata).map_err(|_| AxfrFailed::new("a record is too long"))?;
        Ok(Some(DnsRecord {
            name: self.relative(&record.owner()),
            kind: record.rtype().to_int(),
            ttl: record.ttl().as_secs(),
            rdata: rdata.into(),
        }))
    }

    /// A name inside the zone without the zone's.
    fn relative(&self, name: &impl ToLabelIter) -> RowName {
        let count = name.iter_labels().count() - self.zone.iter_labels().count();
        let labels = name.iter_labels().take(count).map(Label::to_string);
        RowName::from_store(labels.collect::<Vec<_>>().join(".").to_ascii_lowercase())
    }
}

fn malformed(error: impl std::fmt::Display) -> AxfrFailed {
    AxfrFailed::new(format_args!("the primary sent what is no message of the DNS: {error}"))
}
