using System.CommandLine;
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
            new Command("key", "Ключ, яким підписують. | The key that signs.") { renew },
        };
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
