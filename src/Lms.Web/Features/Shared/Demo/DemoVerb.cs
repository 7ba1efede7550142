using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Lms.Web.Access;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Demo;

/// <summary><c>demo</c>: fills a demonstration with as many invented people as one asks for.</summary>
internal static class DemoVerb
{
    private const int Most = 200_000;

    public static Command Command()
    {
        var people = new Option<int?>("--people")
        {
            Description =
                "Скільки людей; типово — число з demo.yml. | How many; the pack's number without it.",
        };
        var seed = new Option<int>("--seed")
        {
            Description = "Зерно: однакове дає тих самих. | The same one gives the same people.",
            DefaultValueFactory = _ => FillDemo.Seed,
        };
        people.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > Most)
            {
                result.AddError(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"--people: від 0 до {Most} | from 0 to {Most}"
                    )
                );
            }
        });
        var command = new Command(
            "demo",
            "Наповнює показ вигаданими людьми (лише з Lms:Demo). | Fills a demonstration."
        )
        {
            people,
            seed,
        };
        command.SetAction(
            (parsed, cancel) =>
                RunAsync(
                    parsed.GetValue(people),
                    parsed.GetValue(seed),
                    parsed.InvocationConfiguration.Output,
                    cancel
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        int? people,
        int seed,
        TextWriter output,
        CancellationToken cancel
    )
    {
        await using var app = LmsApplication.Build(["--Lms:DemoPeople=0"]);
        if (!app.Services.GetRequiredService<LmsSettings>().Demo)
        {
            await output.WriteLineAsync(
                "Lms:Demo вимкнено: вигадані люди — лише для показу. | Demo is off: invented people are for a demonstration alone."
            );
            return 1;
        }

        await app.PrepareAsync();
        await using var work = app.Services.WorkAs("fill the demonstration");
        var pack = work.Services.GetRequiredService<OrganisationPack>();
        var clock = Stopwatch.StartNew();
        var added = await work
            .Services.GetRequiredService<FillDemo>()
            .RunAsync(
                people ?? pack.Demo?.People ?? 0,
                seed,
                done => output.WriteLine($"{done} …"),
                cancel
            );
        await output.WriteLineAsync(
            $"Додано людей: {added}, за {clock.Elapsed.TotalSeconds:0} с. | People added: {added}."
        );
        return 0;
    }
}
