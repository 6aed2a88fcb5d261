use std::net::{IpAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use domain::base::Serial as WireSerial;
use engine::model::{DnsRecord, Serial, is_public};
use engine::ports::{AxfrAnswer, AxfrFailed, AxfrRequest, AxfrSource, Entropy};

use crate::assembly::Assembly;
use crate::deadline::{Connection, Deadline};
use crate::message::Question;

/// Which primaries are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those with public addresses: an account must not make the server knock at doors inside the operator's network.
    Public,
    /// All, on this machine too: for the sandbox, or a network of one's own.
    Anywhere,
}

/// What one transfer may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long it may take to connect.
    pub connect: Duration,
    /// How long the primary may be silent.
    pub silence: Duration,
    /// How long it may take in all.
    pub whole: Duration,
    /// How many bytes the primary may send.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(3),
            silence: Duration::from_secs(5),
            whole: Duration::from_secs(60),
            bytes: 16 << 20,
        }
    }
}

/// Asks primaries over TCP.
pub struct TcpPrimaries {
    reach: Reach,
    limits: Limits,
    entropy: Arc<dyn Entropy>,
}

impl TcpPrimaries {
    /// One that asks so far and waits so long. Questions have unpredictable ids.
    pub fn new(reach: Reach, limits: Limits, entropy: Arc<dyn Entropy>) -> Self {
        Self { reach, limits, entropy }
    }

    fn connect(&self, request: &AxfrRequest) -> Result<Connection, AxfrFailed> {
        let primary = request.primary.socket();
        if !self.reach.admits(primary.ip()) {
            return Err(AxfrFailed::new(format_args!(
                "{primary} is no public address, and [axfr] private_addresses is not set"
            )));
        }
        let deadline = Deadline::within(self.limits.whole);
        let patience = deadline.left(self.limits.connect)?;
        let stream = TcpStream::connect_timeout(&primary, patience)
            .map_err(|error| AxfrFailed::new(format_args!("{primary} cannot be reached: {error}")))?;
        Ok(Connection { stream, deadline, silence: self.limits.silence })
    }

    /// Whether the primary has a later version than a serial.
    fn has_later(
        &self,
        connection: &mut Connection,
        request: &AxfrRequest,
        known: Serial,
    ) -> Result<bool, AxfrFailed> {
        let question = Question::version(self.id(), &request.name)?;
        connection.send(&question.message()?)?;
        let records = question.records(&connection.receive()?)?;
        let start = records.iter().find(|record| record.kind == DnsRecord::SOA && record.name.is_apex());
        let serial = start.and_then(DnsRecord::serial);
        let serial = serial.ok_or_else(|| AxfrFailed::new("the primary does not have the zone"))?;
        Ok(WireSerial::from(serial.0) > WireSerial::from(known.0))
    }

    fn transfer(
        &self,
        connection: &mut Connection,
        request: &AxfrRequest,
    ) -> Result<Vec<DnsRecord>, AxfrFailed> {
        let question = Question::everything(self.id(), &request.name)?;
        connection.send(&question.message()?)?;
        let (mut zone, mut bytes) = (Assembly::default(), 0);
        loop {
            let message = connection.receive()?;
            bytes += message.len();
            if bytes > self.limits.bytes {
                return Err(AxfrFailed::new(format_args!("it is larger than {} bytes", self.limits.bytes)));
            }
            zone.take(question.records(&message)?)?;
            if let Some(records) = zone.whole() {
                return Ok(records);
            }
        }
    }

    fn id(&self) -> u16 {
        let mut bytes = [0; 2];
        self.entropy.fill(&mut bytes);
        u16::from_be_bytes(bytes)
    }
}

impl AxfrSource for TcpPrimaries {
    fn fetch(&self, request: &AxfrRequest) -> Result<AxfrAnswer, AxfrFailed> {
        let mut connection = self.connect(request)?;
        if let Some(known) = request.serial
            && !self.has_later(&mut connection, request, known)?
        {
            return Ok(AxfrAnswer::Current);
        }
        self.transfer(&mut connection, request).map(AxfrAnswer::Zone)
    }
}

impl Reach {
    fn admits(self, address: IpAddr) -> bool {
        match self {
            Self::Public => is_public(address),
            Self::Anywhere => true,
        }
    }
}
