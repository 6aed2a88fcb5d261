//! PROXY protocol headers, versions 1 and 2: the address a balancer speaks for.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use ppp::{HeaderResult, v1, v2};
use tokio::io::{AsyncRead, AsyncReadExt};

use crate::network::canonical;

/// Whom a header speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proxied {
    /// A client, and the address it connected to.
    Client { source: SocketAddr, destination: SocketAddr },
    /// The balancer itself, such as its health check.
    Balancer,
}

/// Reads exactly one header and not a byte more. To be called only for peers that are listed balancers: these
/// must send it, so its absence is an error. Errors: `InvalidData`, or those of the stream.
pub(crate) async fn read_header(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Proxied> {
    let mut header = vec![0; v2::PROTOCOL_PREFIX.len()];
    stream.read_exact(&mut header).await?;
    if header == v2::PROTOCOL_PREFIX {
        read_binary(stream, &mut header).await?;
    } else if header.starts_with(b"PROXY ") {
        read_line(stream, &mut header).await?;
    } else {
        return Err(bad("no PROXY header"));
    }
    interpret(&header)
}

/// Version 2: four more bytes, the last two of which are the length of what follows.
async fn read_binary(stream: &mut (impl AsyncRead + Unpin), header: &mut Vec<u8>) -> io::Result<()> {
    let mut fixed = [0; 4];
    stream.read_exact(&mut fixed).await?;
    let length = usize::from(u16::from_be_bytes([fixed[2], fixed[3]]));
    if length > MOST_BINARY {
        return Err(bad("the PROXY header is too long"));
    }
    header.extend_from_slice(&fixed);
    let start = header.len();
    header.resize(start + length, 0);
    stream.read_exact(&mut header[start..]).await?;
    Ok(())
}

/// Version 1: a line. Byte by byte, so that nothing of what follows it is taken; it is short and comes once.
async fn read_line(stream: &mut (impl AsyncRead + Unpin), header: &mut Vec<u8>) -> io::Result<()> {
    while header.last() != Some(&b'\n') {
        if header.len() == MOST_LINE {
            return Err(bad("the PROXY header is too long"));
        }
        header.push(stream.read_u8().await?);
    }
    Ok(())
}

fn interpret(header: &[u8]) -> io::Result<Proxied> {
    match HeaderResult::parse(header) {
        HeaderResult::V1(Ok(header)) => Ok(from_line(&header)),
        HeaderResult::V2(Ok(header)) => from_binary(&header),
        _ => Err(bad("the PROXY header is malformed")),
    }
}

fn from_line(header: &v1::Header<'_>) -> Proxied {
    match header.addresses {
        v1::Addresses::Unknown => Proxied::Balancer,
        v1::Addresses::Tcp4(ip) => {
            client((ip.source_address, ip.source_port), (ip.destination_address, ip.destination_port))
        }
        v1::Addresses::Tcp6(ip) => {
            client((ip.source_address, ip.source_port), (ip.destination_address, ip.destination_port))
        }
    }
}

fn from_binary(header: &v2::Header<'_>) -> io::Result<Proxied> {
    if header.command == v2::Command::Local {
        return Ok(Proxied::Balancer);
    }
    match header.addresses {
        v2::Addresses::IPv4(ip) => {
            Ok(client((ip.source_address, ip.source_port), (ip.destination_address, ip.destination_port)))
        }
        v2::Addresses::IPv6(ip) => {
            Ok(client((ip.source_address, ip.source_port), (ip.destination_address, ip.destination_port)))
        }
        v2::Addresses::Unspecified => Ok(Proxied::Balancer),
        v2::Addresses::Unix(_) => Err(bad("the PROXY header speaks for a client without an IP address")),
    }
}

fn client(source: impl Into<SocketAddr>, destination: impl Into<SocketAddr>) -> Proxied {
    Proxied::Client { source: canonical(source.into()), destination: canonical(destination.into()) }
}

fn bad(what: &'static str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what)
}

/// The longest line of version 1, line end included (PROXY protocol, section 2.1).
const MOST_LINE: usize = 107;
/// The most that may follow the fixed part of version 2: addresses and the usual extras.
const MOST_BINARY: usize = 2048;

#[cfg(test)]
mod tests {
    use super::*;

    fn proxied(source: &str, destination: &str) -> Proxied {
        Proxied::Client { source: source.parse().unwrap(), destination: destination.parse().unwrap() }
    }

    /// A version 2 header: version and command, family, body.
    fn binary(command: u8, family: u8, body: &[u8]) -> Vec<u8> {
        let length = u16::try_from(body.len()).unwrap().to_be_bytes();
        [v2::PROTOCOL_PREFIX, &[command, family], &length, body].concat()
    }

    const IPV4: [u8; 12] = [192, 0, 2, 1, 198, 51, 100, 2, 0x1f, 0x90, 0x02, 0xbc];

    #[tokio::test]
    async fn reads_a_header_and_nothing_after_it() {
        let with_extras = [&IPV4[..], &[0x04, 0, 2, 0, 0]].concat();
        for (header, expected) in [
            (
                b"PROXY TCP4 192.0.2.1 198.51.100.2 8080 700\r\n".to_vec(),
                proxied("192.0.2.1:8080", "198.51.100.2:700"),
            ),
            (
                b"PROXY TCP6 2001:db8::1 2001:db8::2 8080 700\r\n".to_vec(),
                proxied("[2001:db8::1]:8080", "[2001:db8::2]:700"),
            ),
            (b"PROXY UNKNOWN\r\n".to_vec(), Proxied::Balancer),
            (binary(0x21, 0x11, &IPV4), proxied("192.0.2.1:8080", "198.51.100.2:700")),
            (binary(0x21, 0x11, &with_extras), proxied("192.0.2.1:8080", "198.51.100.2:700")),
            (binary(0x20, 0x00, &[]), Proxied::Balancer),
            (binary(0x21, 0x00, &[]), Proxied::Balancer),
        ] {
            let sent = [header.as_slice(), b"after"].concat();
            let mut stream = sent.as_slice();
            assert_eq!(read_header(&mut stream).await.unwrap(), expected, "{header:?}");
            assert_eq!(stream, b"after");
        }
    }

    #[tokio::test]
    async fn what_is_no_header_is_refused() {
        let mapped = [b"PROXY TCP4 192.0.2.1 ".as_slice(), &[b'x'; 200]].concat();
        let huge = [v2::PROTOCOL_PREFIX, &[0x21, 0x11, 0xff, 0xff], &[0; 70_000]].concat();
        for sent in [
            b"GET / HTTP/1.1\r\n\r\n".to_vec(),
            b"PROXY TCP4 192.0.2.999 198.51.100.2 1 2\r\n".to_vec(),
            b"PROXY TCP4 192.0.2.1\r\n\r\n".to_vec(),
            binary(0x31, 0x11, &IPV4),
            binary(0x21, 0x31, &[0; 216]),
            mapped,
            huge,
        ] {
            let error = read_header(&mut sent.as_slice()).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidData, "{sent:?}");
        }
        let cut = read_header(&mut b"PROXY TCP4 192.0".as_slice()).await.unwrap_err();
        assert_eq!(cut.kind(), ErrorKind::UnexpectedEof);
    }
}
