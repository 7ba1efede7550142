using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Journey;

/// <summary>A certificate as it is printed: all that is known of it is what a camera reads off it.</summary>
public sealed class PaperCertificate
{
    private readonly string jws;

    private PaperCertificate(Uri address)
    {
        Address = address;
        jws = address.Fragment.TrimStart('#');
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(jws.Split('.')[1])).RootElement;
        Number = payload.GetProperty("n").GetString()!;
        Holder = payload.GetProperty("h").GetString()!;
    }

    /// <summary>What the square code says.</summary>
    public Uri Address { get; }

    public string Number { get; }

    public string Holder { get; }

    /// <summary>The same address with one letter of the signature changed.</summary>
    public Uri Tampered
    {
        get
        {
            var at = jws.LastIndexOf('.') + 10;
            var other = jws[at] == 'A' ? 'B' : 'A';
            return new(Address, $"#{jws[..at]}{other}{jws[(at + 1)..]}");
        }
    }

    /// <summary>Prints at 200 dots per inch and reads the code with a scanner of Debian.</summary>
    public static async Task<PaperCertificate> PrintAsync(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("lms-paper-").FullName;
        try
        {
            var file = Path.Combine(folder, "certificate.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            await RunAsync(
                "pdftoppm",
                "-r",
                "200",
                "-png",
                "-singlefile",
                file,
                Path.Combine(folder, "page")
            );
            var code = await RunAsync(
                "zbarimg",
                "--raw",
                "--quiet",
                Path.Combine(folder, "page.png")
            );
            return new(new Uri(code.Trim()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The signature, by the keys that the register publishes (RFC 7515, RFC 7518).</summary>
    public async Task<bool> IsSignedByAsync(HttpClient server)
    {
        var parts = jws.Split('.');
        var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        var published = await server.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json");
        var jwk = published
            .GetProperty("keys")
            .EnumerateArray()
            .Single(key =>
                key.GetProperty("kid").GetString() == head.GetProperty("kid").GetString()
            );
        using var key = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new() { X = Coordinate(jwk, "x"), Y = Coordinate(jwk, "y") },
            }
        );
        return head.GetProperty("alg").GetString() == "ES256"
            && key.VerifyData(
                Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
                Base64Url.DecodeFromChars(parts[2]),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation
            );
    }

    private static byte[] Coordinate(JsonElement jwk, string name) =>
        Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());

    private static async Task<string> RunAsync(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var ended = await Product.RunAsync(start, TimeSpan.FromSeconds(60));
        Assert.True(ended.Code == 0, $"{program} ended with {ended.Code}: {ended.Error}");
        return ended.Output;
    }
}
