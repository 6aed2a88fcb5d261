//! A bare TLS echo: what any server has to pay for the bytes alone.
//!
//! It runs in a process of its own, so that its processor time can be told apart, of the same executable, so that
//! TLS library, its settings and the compiler's are the server's. It knows no protocol but the length in front of a
//! frame. The first frame of a connection it sends back; that is also its answer to every later one, so that
//! the load generator can have it answer with the very bytes that the server does.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{ExitCode, Stdio};
use std::sync::Arc;

use anyhow::Context as _;
use edge::Authority;
use edge::tls::{ClientCertificates, server_config};
use engine::ports::Clock as _;
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::bench::inbox::Inbox;
use crate::bench::process::{Process, this_program};
use crate::bench::session::Target;
use crate::clock::SystemClock;

/// The echo, running.
pub(in crate::bench) struct Echo {
    process: Process,
    target: Target,
}

impl Echo {
    /// Starts it. Its files come into this folder.
    ///
    /// # Errors
    /// It does not start.
    pub(in crate::bench) fn start(folder: &Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut command = this_program()?;
        command.args(["bench", "echo"]).arg(folder).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut process = Process::start("the TLS echo", &mut command)?;
        process.wait_for(&folder.join(READY))?;
        let address: SocketAddr = fs::read_to_string(folder.join(READY))?.parse()?;
        let target = Target::new(address, "localhost", &folder.join(CA))?;
        Ok(Self { process, target })
    }

    /// Where it listens.
    pub(in crate::bench) fn target(&self) -> &Target {
        &self.target
    }

    /// Its process.
    pub(in crate::bench) fn pid(&self) -> u32 {
        self.process.pid()
    }
}

/// Serves the echo until standard input ends.
///
/// # Errors
/// It cannot listen, or cannot write its files.
pub(in crate::bench) fn serve(folder: &Path) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let authority = Authority::ephemeral(SystemClock.now().seconds())?;
        let config = server_config(authority.chain_pem(), authority.key_pem(), ClientCertificates::Optional)?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        fs::write(folder.join(CA), authority.ca_pem())?;
        announce(folder, listener.local_addr()?).context("the address cannot be told")?;
        tokio::select! {
            () = accept(listener, TlsAcceptor::from(Arc::new(config))) => {}
            _ = tokio::task::spawn_blocking(wait_for_the_end) => {}
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// The bench holds the other end of standard input; when it is gone, this process is of no more use.
fn wait_for_the_end() {
    let _ = io::copy(&mut io::stdin().lock(), &mut io::sink());
}

/// By rename, so that the file is never half there.
fn announce(folder: &Path, address: SocketAddr) -> io::Result<()> {
    let partial = folder.join("ready.partial");
    fs::write(&partial, address.to_string())?;
    fs::rename(partial, folder.join(READY))
}

async fn accept(listener: TcpListener, acceptor: TlsAcceptor) {
    let mut connections = JoinSet::new();
    loop {
        if let Ok((tcp, _)) = listener.accept().await {
            connections.spawn(echo(tcp, acceptor.clone()));
        }
        while connections.try_join_next().is_some() {}
    }
}

/// Serves one connection. Its end, however it comes, is the client's business.
async fn echo(tcp: TcpStream, acceptor: TlsAcceptor) -> io::Result<()> {
    tcp.set_nodelay(true)?;
    let mut stream = acceptor.accept(tcp).await?;
    let (mut inbox, mut answer) = (Inbox::default(), None);
    loop {
        let frame = inbox.next(&mut stream).await?;
        let answer: &Vec<u8> = answer.get_or_insert_with(|| frame.to_vec());
        stream.write_all(answer).await?;
        stream.flush().await?;
    }
}

const READY: &str = "ready";
const CA: &str = "ca.pem";
