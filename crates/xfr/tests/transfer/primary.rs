//! A primary server that says what a test tells it to.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use domain::base::iana::{Rcode, Rtype};
use domain::base::{Message, MessageBuilder, Name, Record, Serial, Ttl};
use domain::rdata::{A, Mx, Ns, Soa, Txt, ZoneRecordData};

type Data = ZoneRecordData<Vec<u8>, Name<Vec<u8>>>;

/// What a primary does with a question.
pub(crate) type Script = dyn Fn(&Message<Vec<u8>>, &mut TcpStream) + Send + Sync;

/// A server on this machine, and how many questions it heard of each kind.
pub(crate) struct Primary {
    pub(crate) address: SocketAddr,
    heard: Arc<[AtomicUsize; 2]>,
}

impl Primary {
    /// One that answers every question by a script.
    pub(crate) fn scripted(
        script: impl Fn(&Message<Vec<u8>>, &mut TcpStream) + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let (address, heard) = (listener.local_addr().unwrap(), Arc::<[AtomicUsize; 2]>::default());
        let (script, counts) = (Arc::<Script>::from(Box::new(script) as Box<Script>), Arc::clone(&heard));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (script, counts) = (Arc::clone(&script), Arc::clone(&counts));
                thread::spawn(move || serve(stream.unwrap(), &*script, &counts));
            }
        });
        Self { address, heard }
    }

    /// One that has a zone with so many texts, in as many messages as it takes.
    pub(crate) fn with_zone(zone: &'static str, serial: u32, texts: usize) -> Self {
        Self::scripted(move |question, stream| {
            if question.qtype() == Some(Rtype::SOA) {
                return answer(question, stream, &[start(zone, serial)]);
            }
            let records = records(zone, serial, texts);
            for part in records.chunks(100) {
                answer(question, stream, part);
            }
        })
    }

    /// How often its version was asked for, and the whole zone.
    pub(crate) fn heard(&self) -> [usize; 2] {
        [0, 1].map(|kind| self.heard[kind].load(Ordering::SeqCst))
    }
}

fn serve(mut stream: TcpStream, script: &Script, heard: &[AtomicUsize; 2]) {
    let mut length = [0; 2];
    while stream.read_exact(&mut length).is_ok() {
        let mut message = vec![0; u16::from_be_bytes(length).into()];
        stream.read_exact(&mut message).unwrap();
        let question = Message::from_octets(message).unwrap();
        let kind = usize::from(question.qtype() == Some(Rtype::AXFR));
        heard[kind].fetch_add(1, Ordering::SeqCst);
        script(&question, &mut stream);
    }
}

/// Sends records in one message.
pub(crate) fn answer(
    question: &Message<Vec<u8>>,
    stream: &mut TcpStream,
    records: &[Record<Name<Vec<u8>>, Data>],
) {
    let builder = MessageBuilder::new_stream_vec();
    let mut builder = builder.start_answer(question, Rcode::NOERROR).unwrap();
    records.iter().for_each(|record| builder.push(record).unwrap());
    // Whoever asked may have had enough.
    let _ = stream.write_all(builder.finish().as_stream_slice());
}

/// Says no.
pub(crate) fn refuse(question: &Message<Vec<u8>>, stream: &mut TcpStream, rcode: Rcode) {
    let builder = MessageBuilder::new_stream_vec().start_answer(question, rcode).unwrap();
    stream.write_all(builder.finish().as_stream_slice()).unwrap();
}

pub(crate) fn name(text: &str) -> Name<Vec<u8>> {
    text.parse().unwrap()
}

pub(crate) fn start(zone: &str, serial: u32) -> Record<Name<Vec<u8>>, Data> {
    let seconds = Ttl::from_secs;
    let (mname, rname) = (name("ns1.example"), name("john\\.doe.example"));
    let soa = Soa::new(
        mname,
        rname,
        Serial::from(serial),
        seconds(7_200),
        seconds(600),
        seconds(86_400),
        seconds(60),
    );
    record(zone, soa.into())
}

pub(crate) fn record(owner: &str, data: Data) -> Record<Name<Vec<u8>>, Data> {
    Record::new(name(owner), domain::base::iana::Class::IN, Ttl::from_secs(120), data)
}

/// A zone as it is sent: its start of authority at both ends.
pub(crate) fn records(zone: &str, serial: u32, texts: usize) -> Vec<Record<Name<Vec<u8>>, Data>> {
    let inside = |label: &str| format!("{label}.{zone}");
    let mut records = vec![
        start(zone, serial),
        record(zone, Ns::new(name("ns1.example")).into()),
        record(zone, Mx::new(10, name(&inside("MAIL"))).into()),
        record(&inside("MAIL"), A::from_octets(192, 0, 2, 1).into()),
        record(&inside("odd\\.label\\032"), A::from_octets(192, 0, 2, 2).into()),
        record("ns1.example", A::from_octets(192, 0, 2, 3).into()),
        record(&format!("not{zone}"), A::from_octets(192, 0, 2, 4).into()),
    ];
    let text = |number: usize| Txt::<Vec<u8>>::build_from_slice(format!("text {number}").as_bytes()).unwrap();
    records.extend((0..texts).map(|number| record(&inside(&format!("t{number}")), text(number).into())));
    records.push(start(zone, serial));
    records
}
