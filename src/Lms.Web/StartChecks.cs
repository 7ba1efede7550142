using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Terms;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web;

/// <summary>The product does not start, and says why in sentences that name the place.</summary>
public sealed class StartRefused(IReadOnlyList<string> sentences)
    : Exception(string.Join(Environment.NewLine, sentences))
{
    public IReadOnlyList<string> Sentences { get; } = sentences;
}

public static class StartChecks
{
    public static LmsSettings Settings(IConfiguration configuration)
    {
        try
        {
            var settings =
                configuration
                    .GetSection("Lms")
                    .Get<LmsSettings>(binder => binder.ErrorOnUnknownConfiguration = true)
                ?? new LmsSettings();
            var faults = settings.Faults().ToList();
            if (faults.Count > 0)
            {
                throw new StartRefused(faults);
            }

            return settings with
            {
                Data = Path.GetFullPath(settings.Data),
            };
        }
        catch (InvalidOperationException wrong)
        {
            // The binder's sentence names the setting and the value.
            throw new StartRefused([$"Хибне налаштування: {wrong.Message} | A setting is wrong."]);
        }
    }

    /// <summary>What a verb without a server starts with: the same, but for arguments.</summary>
    public static LmsSettings FromEnvironment() =>
        Settings(
            new ConfigurationBuilder()
                .SetBasePath(AppContext.BaseDirectory)
                .AddJsonFile("appsettings.json", optional: true)
                .AddEnvironmentVariables()
                .Build()
        );

    public static OrganisationPack Pack(LmsSettings settings)
    {
        var findings = new Findings();
        var pack = PackReader.Read(Path.Combine(settings.Content, "organisation"), findings);
        return findings.HasErrors
            ? throw new StartRefused([.. findings.All.Select(finding => finding.Print("uk"))])
            : pack;
    }

    /// <summary>What of the glossary can be read; <c>check</c> says what cannot.</summary>
    public static Glossary Glossary(LmsSettings settings, OrganisationPack pack)
    {
        var courses = new DirectoryInfo(Path.Combine(settings.Content, "courses"));
        var slugs = courses.Exists
            ? courses.EnumerateDirectories().Select(folder => folder.Name)
            : [];
        return GlossaryReader.Read(settings.Content, pack, slugs.ToHashSet(), new Findings());
    }

    /// <summary>
    /// A register that issued certificates has the key that signs and the public half of every key
    /// that ever signed: without them no certificate on paper could be told from a forgery.
    /// </summary>
    public static async Task KeyOfCertificatesAsync(LmsDbContext db, LmsSettings settings)
    {
        var file = SigningKey.FileIn(settings.Data);
        if (!File.Exists(file) && await db.Certificates.AnyAsync())
        {
            throw new StartRefused([
                $"{file} — ключа немає, а сертифікати вже видано. Поверніть його з резервної копії. | The key that signed the issued certificates is missing: bring it back from a backup.",
            ]);
        }

        var used = await db.Certificates.Select(one => one.KeyId).Distinct().ToListAsync();
        if (used.Count == 0)
        {
            return;
        }

        using var current = SigningKey.Open(settings.Data);
        var known = KeyHistory.Read(settings.Data);
        if (used.Find(kid => known.Find(kid) is null) is { } lost)
        {
            throw new StartRefused([
                $"{KeyHistory.FileIn(settings.Data)} — немає відкритого ключа {lost}, яким підписано видані сертифікати. Поверніть файл із резервної копії. | A public key of issued certificates is missing: bring the file back from a backup.",
            ]);
        }
    }

    /// <summary>A schema that a newer program made is not understood, and so not touched.</summary>
    public static void NoNewerSchema(IEnumerable<string> applied, IEnumerable<string> known)
    {
        if (applied.Except(known).Any())
        {
            throw new StartRefused([
                "База даних новіша за цю програму: поверніть новішу програму або відновіть копію, зроблену до оновлення. | The database is newer than this program: bring the newer program back, or restore the backup from before the update.",
            ]);
        }
    }

    /// <summary>Half a restore is no register.</summary>
    public static void NoUnfinishedRestore(LmsSettings settings)
    {
        if (
            Directory.Exists(Path.Combine(settings.Data, Backups.RestoreBackup.Unfinished))
            || File.Exists(Path.Combine(settings.Data, Backups.RestoreBackup.Underway))
        )
        {
            throw new StartRefused([
                $"{settings.Data} — відновлення з копії перервано. Запустіть restore ще раз. | A restore was interrupted here: run restore again.",
            ]);
        }
    }

    /// <summary>Demonstration people never stand in a real register.</summary>
    public static async Task NoDemoPeopleAsync(LmsDbContext db)
    {
        if (await db.Accounts.AnyAsync(account => account.IsDemo))
        {
            throw new StartRefused([
                "Lms:Demo — у базі є демонстраційні облікові записи, а режим Demo вимкнено. Візьміть іншу теку Lms:Data. | The database holds demo accounts and Demo is off: choose another data folder.",
            ]);
        }
    }
}
