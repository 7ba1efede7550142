using System.Net;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>A list of people taken in from the console of the machine.</summary>
public sealed class PeopleVerbTests : IAsyncLifetime
{
    private const string Head = "Прізвище,Ім’я,Пошта,Громада,Установа,Посадова роль,З дня";

    private const string Sound =
        "Новенька,Олена,olena@example.org,UA59080110000034361,demo-centre-lebedyn,R01,2026-03-01";

    private const string Other = "Інша,Ірина,iryna@example.org,UA59060110000049734,,,";

    private const string Wrong = ",Олена,nonsense,Ніде,,,";

    private readonly ServerSettings settings = new();

    private Register Kept => new(Path.Combine(settings.Data, "lms.db"));

    private string File => Path.Combine(settings.Data, "people.csv");

    public async ValueTask InitializeAsync() =>
        await PreparedData.CopyAsync(settings.Content, settings.Data);

    [Fact]
    public async Task A_dry_run_says_what_would_be_done_and_does_nothing()
    {
        var before = Kept.CountOf("People");
        await WriteAsync(Sound, Wrong);

        var ended = await ImportAsync(File, "--dry-run");

        Assert.Equal(1, ended.Code);
        Assert.Contains("\n3: Пропустити. ", $"\n{ended.Output}", StringComparison.Ordinal);
        foreach (var column in new[] { "Прізвище:", "Пошта:", "Громада:" })
        {
            Assert.Contains(column, ended.Output, StringComparison.Ordinal);
        }

        Assert.Contains("Додати: 1", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Пропустити: 1", ended.Output, StringComparison.Ordinal);
        Assert.Equal((before, 0), (Kept.CountOf("People"), Kept.CountOf("PeopleImports")));

        await WriteAsync(Sound);
        Assert.Equal(0, (await ImportAsync("--dry-run", File)).Code);
        Assert.Equal(before, Kept.CountOf("People"));
    }

    [Fact]
    public async Task It_takes_in_what_is_sound_once_however_often_it_is_run()
    {
        var before = (People: Kept.CountOf("People"), Grants: Kept.CountOf("Grants"));
        await WriteAsync(Sound, Other);

        var first = await ImportAsync(File);
        var second = await ImportAsync(File);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.Contains("Додати: 2", first.Output, StringComparison.Ordinal);
        Assert.Contains("Додати: 0", second.Output, StringComparison.Ordinal);
        Assert.Contains("Без змін: 2", second.Output, StringComparison.Ordinal);
        Assert.Equal(before.People + 2, Kept.CountOf("People"));
        // Never a right.
        Assert.Equal(before.Grants, Kept.CountOf("Grants"));

        // The sound rows of a file with a wrong one are taken in, and the code says that it has one.
        await WriteAsync(Sound, Wrong, "Третя,Олена,tretia@example.org,UA59080110000034361,,,");
        var third = await ImportAsync(File);
        Assert.Equal(1, third.Code);
        Assert.Equal(before.People + 3, Kept.CountOf("People"));
    }

    [Fact]
    public async Task Whom_a_rule_asks_gets_the_duty_with_the_list_beside_the_running_service()
    {
        const string edit = "/manage/assignments/requirements/edit";
        (string, string)[] rule =
        [
            ("Form.Name", "Базовий курс для координаторів"),
            ("Form.What", "course:k1-basics"),
            ("Form.Within", "UA59080110000034361"),
            ("Form.Roles", "R01"),
            ("Form.Leaving", "EndOpen"),
        ];
        await using var server = await ServerProcess.StartAsync(settings);
        using var manager = await server.SignedInAsync("manager");
        using var shown = await manager.SubmitAsync(edit, "main form", rule);
        using var saved = await manager.SubmitAsync(
            await shown.ReadAsync(),
            $"{edit}?handler=Save",
            "main form",
            rule
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var before = Kept.CountOf("Assignments");
        await WriteAsync(Sound, Other);

        Assert.Equal(0, (await ImportAsync(File)).Code);

        Assert.Equal(before + 1, Kept.CountOf("Assignments"));
    }

    [Fact]
    public async Task What_is_no_list_ends_with_1_and_wrong_use_with_2()
    {
        var absent = await ImportAsync(Path.Combine(settings.Data, "absent.csv"));
        Assert.Equal(1, absent.Code);
        Assert.Contains("absent.csv", absent.Words, StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(File, "зовсім,не,те\n1,2,3\n");
        Assert.Equal(1, (await ImportAsync(File)).Code);

        Assert.Equal(2, (await ImportAsync()).Code);
        Assert.Equal(2, (await ImportAsync(File, "--force")).Code);
        Assert.Equal(2, (await ImportAsync(File, File)).Code);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(settings.Data, recursive: true);
        return ValueTask.CompletedTask;
    }

    private Task WriteAsync(params string[] rows) =>
        System.IO.File.WriteAllLinesAsync(File, [Head, .. rows]);

    private Task<Ended> ImportAsync(params string[] args) =>
        Product.RunAsync(settings.Environment, ["people", "import", .. args]);
}
