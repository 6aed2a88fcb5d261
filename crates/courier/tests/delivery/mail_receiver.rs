//! A mail server that takes what it is given, or not.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Listens until the test ends.
pub(crate) struct MailServer {
    pub(crate) port: u16,
    mails: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    /// Answers `RCPT` with the next of these, and with the last one from then on.
    pub(crate) fn answering(answers: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let mails = Arc::<Mutex<Vec<String>>>::default();
        let log = Arc::clone(&mails);
        let mut answers = answers.iter().map(ToString::to_string).collect::<Vec<_>>();
        answers.reverse();
        thread::spawn(move || {
            for connection in listener.incoming() {
                converse(&connection.unwrap(), &mut answers, &log);
            }
        });
        Self { port, mails }
    }

    /// What was taken: the commands and the mail.
    pub(crate) fn mails(&self) -> Vec<String> {
        self.mails.lock().unwrap().clone()
    }
}

fn converse(connection: &TcpStream, answers: &mut Vec<String>, mails: &Mutex<Vec<String>>) {
    let (mut lines, mut taken) = (BufReader::new(connection).lines(), String::new());
    say(connection, "220 mail.example.test");
    while let Some(Ok(line)) = lines.next() {
        taken.push_str(&format!("{line}\n"));
        match line.split(' ').next().unwrap_or_default() {
            "EHLO" => say(connection, "250 mail.example.test"),
            "RCPT" => {
                let answer = if answers.len() > 1 { answers.pop() } else { answers.last().cloned() };
                say(connection, &answer.unwrap());
            }
            "DATA" => {
                say(connection, "354 go on");
                let mail = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".");
                mail.for_each(|line| taken.push_str(&format!("{line}\n")));
                mails.lock().unwrap().push(taken.clone());
                say(connection, "250 taken");
            }
            "QUIT" => return say(connection, "221 bye"),
            _ => say(connection, "250 fine"),
        }
    }
}

fn say(mut connection: &TcpStream, line: &str) {
    drop(connection.write_all(format!("{line}\r\n").as_bytes()));
}
