//! A client of Enom that reads answers in text as those in use do.

use std::{
    collections::HashMap,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

use testkit::Server;

/// Somebody with a login.
pub(crate) struct Client {
    server: SocketAddr,
    login: String,
    secret: String,
}

/// An answer, read.
pub(crate) struct Answer(pub(crate) HashMap<String, String>);

impl Client {
    pub(crate) fn of(server: &Server, login: &str, secret: &str) -> Self {
        let (login, secret) = (login.to_owned(), secret.to_owned());
        Self { server: server.listener("http").unwrap(), login, secret }
    }

    /// Gives a command in the address, and reads what comes back.
    pub(crate) fn ask(&self, command: &str, parameters: &[(&str, &str)]) -> Answer {
        let mut query = format!("Command={command}&UID={}&PW={}", self.login, self.secret);
        parameters.iter().for_each(|(name, value)| query += &format!("&{name}={value}"));
        let mut stream = TcpStream::connect(self.server).unwrap();
        write!(stream, "GET /interface.asp?{query}& HTTP/1.0\r\nHost: x\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.0 200"), "{head}");
        Answer::read(body)
    }

    /// The same of a command that has to succeed.
    pub(crate) fn does(&self, command: &str, parameters: &[(&str, &str)]) -> Answer {
        let answer = self.ask(command, parameters);
        assert_eq!(
            (answer.at("ErrCount"), answer.at("ResponseCount")),
            ("0", "0"),
            "{command}: {:?}",
            answer.0
        );
        answer
    }
}

impl Answer {
    fn read(body: &str) -> Self {
        let lines = body.split('\r').map(str::trim).filter(|line| !line.starts_with(';'));
        let pairs = lines.filter_map(|line| {
            let mut parts = line.split('=');
            Some((parts.next()?.to_owned(), parts.next()?.to_owned()))
        });
        let answer = Self(pairs.collect());
        assert!(answer.0.contains_key("ErrCount"), "no line ErrCount: {body}");
        answer
    }

    /// A value by its very name.
    pub(crate) fn at(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("no {name} in {:?}", self.0))
    }
}
