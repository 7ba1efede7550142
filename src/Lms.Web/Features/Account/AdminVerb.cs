using System.CommandLine;

namespace Lms.Web.Features.Account;

/// <summary><c>admin create</c>: prints the one-time code that lets the first administrator in.</summary>
internal static class AdminVerb
{
    public static Command Command()
    {
        var create = new Command(
            "create",
            "Друкує одноразовий код для /account/setup (60 хвилин). | Prints a one-time code."
        );
        create.SetAction((parsed, _) => CreateAsync(parsed.InvocationConfiguration.Output));
        return new Command("admin", "Перший адміністратор. | The first administrator.") { create };
    }

    private static async Task<int> CreateAsync(TextWriter output)
    {
        await using var app = LmsApplication.Build([]);
        await app.MigrateAsync();
        await using var work = Access.WorkScopes.WorkAs(app.Services, "admin create");
        var code = await work.Services.GetRequiredService<FirstAdministrator>().NewCodeAsync();
        if (code is null)
        {
            await output.WriteLineAsync("Адміністратор уже є. | An administrator exists.");
            return 1;
        }

        var settings = app.Services.GetRequiredService<LmsSettings>();
        await output.WriteLineAsync($"{new Uri(settings.Site.Uri, "/account/setup")}");
        await output.WriteLineAsync($"Код на 60 хвилин | Code for 60 minutes: {code}");
        return 0;
    }
}
