using System.CommandLine;
using System.Text.Json;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Certificates;

/// <summary><c>certificate key new</c> and <c>certificate verify FILE [--keys FILE]</c></summary>
internal static class CertificateVerb
{
    public static Command Command()
    {
        var renew = new Command(
            "new",
            "Новий ключ підпису; старі сертифікати лишаються чинними. | A new signing key."
        );
        renew.SetAction((parsed, _) => RenewAsync(parsed.InvocationConfiguration.Output));
        return new("certificate", "Ключі та перевірка сертифікатів. | Keys and certificates.")
        {
            Verify(),
            new Command("key", "Ключ, яким підписують. | The key that signs.") { renew },
        };
    }

    private static Command Verify()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description =
                "PDF сертифіката або текст із QR-коду. | The PDF, or the text of its code.",
        };
        file.AcceptExistingOnly();
        var keys = new Option<FileInfo>("--keys")
        {
            Description =
                "Збережений /.well-known/jwks.json; без нього — ключі цієї програми. | A saved set of keys.",
        };
        keys.AcceptExistingOnly();
        var language = new Option<string>("--lang")
        {
            Description = "Мова повідомлень: uk або en. | Language of the messages.",
            DefaultValueFactory = _ => "uk",
        };
        language.AcceptOnlyFromAmong("uk", "en");
        var verify = new Command(
            "verify",
            "Перевіряє підпис і тексти без реєстру. | Checks a certificate without the register."
        )
        {
            file,
            keys,
            language,
        };
        verify.SetAction(
            async (parsed, cancel) =>
            {
                var texts = Texts.In(parsed.GetValue(language)!);
                var output = parsed.InvocationConfiguration.Output;
                if (KeysOf(parsed.GetValue(keys)) is not { } known)
                {
                    await output.WriteLineAsync(texts["certificates.verify.no-keys"]);
                    return 2;
                }

                var check = new VerifyCertificate(known, output, texts, TimeProvider.System.Now());
                return await check.RunAsync(await ReadAsync(parsed.GetValue(file)!, cancel));
            }
        );
        return verify;
    }

    /// <summary>Null when the file holds none.</summary>
    private static PublicKeys? KeysOf(FileInfo? file)
    {
        if (file is null)
        {
            var builder = WebApplication.CreateBuilder();
            return KeyHistory.Read(StartChecks.Settings(builder.Configuration).Data);
        }

        try
        {
            return KeyHistory.Parse(File.ReadAllText(file.FullName));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // One byte more than may be shows that there are too many.
    private static async Task<byte[]> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        await using var stream = file.OpenRead();
        var bytes = new byte[CertificateSheetRead.Largest + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, false, cancel);
        return bytes[..length];
    }

    private static async Task<int> RenewAsync(TextWriter output)
    {
        await using var app = LmsApplication.Build([]);
        await app.MigrateAsync();
        await using var work = app.Services.WorkAs("certificate key new");
        var kid = await RenewAsync(work.Services);
        await output.WriteLineAsync($"Новий ключ | New key: {kid}");
        await output.WriteLineAsync(
            "Перезапустіть програму, щоб вона підписувала ним, і збережіть копію keys/certificates. | Restart the product so that it signs with it, and back keys/certificates up."
        );
        return 0;
    }

    /// <summary>Changes the key and says so in the audit.</summary>
    internal static async Task<string> RenewAsync(IServiceProvider services)
    {
        var settings = services.GetRequiredService<LmsSettings>();
        using var old = SigningKey.Open(settings.Data);
        using var key = SigningKey.Renew(settings.Data);
        var db = services.GetRequiredService<LmsDbContext>();
        db.Audit.Add(
            new AuditEntry
            {
                At = services.GetRequiredService<TimeProvider>().Now(),
                Action = AuditAction.SigningKeyChanged,
                Detail = $"{old.Id} → {key.Id}",
            }
        );
        await db.SaveChangesAsync();
        return key.Id;
    }
}
