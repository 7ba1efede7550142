using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Support;

/// <summary>nginx before the product, as the operator's guide has it, ending TLS on a port of its own.</summary>
public sealed class TlsProxy : IAsyncDisposable
{
    private const string Fence = "```nginx\n";

    private readonly Process process;
    private readonly string folder;
    private readonly byte[] certificate;

    private TlsProxy(Process process, string folder, byte[] certificate, int port)
    {
        this.process = process;
        this.folder = folder;
        this.certificate = certificate;
        Address = new($"https://localhost:{port}");
    }

    public Uri Address { get; }

    /// <param name="product">The port the product listens on.</param>
    /// <param name="change">What a careless operator did to the guide's text.</param>
    public static async Task<TlsProxy> StartAsync(
        int port,
        int product,
        Func<string, string>? change = null
    )
    {
        var place = Directory.CreateTempSubdirectory("lms-proxy-").FullName;
        var shown = await WriteCertificateAsync(place);
        var guide = await File.ReadAllTextAsync(Repository.File("docs", "operating.md"));
        var from = guide.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        var block = guide[from..guide.IndexOf("```", from, StringComparison.Ordinal)]
            .Replace("listen 443", $"listen 127.0.0.1:{port}", StringComparison.Ordinal)
            .Replace("/etc/ssl/learn.example.org", $"{place}/proxy", StringComparison.Ordinal)
            .Replace("127.0.0.1:5080", $"127.0.0.1:{product}", StringComparison.Ordinal)
            .Replace("learn.example.org", "localhost", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            $"{place}/nginx.conf",
            $$"""
            daemon off;
            master_process off;
            pid {{place}}/nginx.pid;
            error_log stderr warn;
            events {}
            http {
                access_log off;
                client_body_temp_path {{place}}/body;
                proxy_temp_path {{place}}/proxy-temp;
                fastcgi_temp_path {{place}}/fastcgi;
                uwsgi_temp_path {{place}}/uwsgi;
                scgi_temp_path {{place}}/scgi;
                {{(change is null ? block : change(block))}}
            }
            """
        );
        var start = new ProcessStartInfo(
            "/usr/sbin/nginx",
            ["-c", $"{place}/nginx.conf", "-p", place]
        );
        var proxy = new TlsProxy(Process.Start(start)!, place, shown, port);
        await proxy.AnswersAsync(port);
        return proxy;
    }

    /// <summary>Trusts this proxy's certificate and no other.</summary>
    public bool Trusts(X509Certificate? shown, SslPolicyErrors errors) =>
        !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
        && shown is not null
        && shown.GetRawCertData().AsSpan().SequenceEqual(certificate);

    public HttpClient NewClient() => NewClient(NewJar());

    public HttpClient NewClient(CookieJar jar) => new(jar) { BaseAddress = Address };

    /// <param name="from">The address of the machine that asks; all of 127.0.0.0/8 are this one's.</param>
    public CookieJar NewJar(IPAddress? from = null)
    {
        var plain = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        plain.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, errors) =>
            Trusts(shown, errors);
        plain.ConnectCallback = async (asked, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            {
                NoDelay = true,
            };
            socket.Bind(new IPEndPoint(from ?? IPAddress.Loopback, 0));
            await socket.ConnectAsync(IPAddress.Loopback, asked.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        };
        return new(plain);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<byte[]> WriteCertificateAsync(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(200)
        );
        await File.WriteAllTextAsync($"{folder}/proxy.pem", made.ExportCertificatePem());
        await File.WriteAllTextAsync($"{folder}/proxy.key", key.ExportPkcs8PrivateKeyPem());
        return made.RawData;
    }

    private async Task AnswersAsync(int port)
    {
        for (var turn = 0; !process.HasExited && turn < 100; turn++)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("nginx does not answer.");
    }
}
