using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
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
                    .Get<LmsSettings>(binder => binder.ErrorOnUnknownConfiguration = false)
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

    public static OrganisationPack Pack(LmsSettings settings)
    {
        var findings = new Findings();
        var pack = PackReader.Read(Path.Combine(settings.Content, "organisation"), findings);
        return findings.HasErrors
            ? throw new StartRefused([.. findings.All.Select(finding => finding.Print("uk"))])
            : pack;
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
