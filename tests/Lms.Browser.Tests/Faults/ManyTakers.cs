using System.Globalization;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>The content of the tests with more demo people, one for each course to be taken.</summary>
internal static class ManyTakers
{
    public static string NameOf(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"taker{number}");

    public static async Task<string> ContentAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("lms-content-").FullName;
        TestContent.CopyTo(folder);
        await File.AppendAllLinesAsync(
            Path.Combine(folder, "organisation", "demo.yml"),
            Enumerable.Range(1, count).Select(Account)
        );
        return folder;
    }

    private static string Account(int number) =>
        $"""
              - email: {NameOf(number)}@demo.example
                role: specialist
                given: "Іван"
                family: "Учень-Зразок"
                patronymic: "Іванович"
                name-en: "Ivan Uchen-Zrazok"
                territory: UA59080110000034361
                staff-roles: [R01]
                institution: demo-centre-lebedyn
                scope: ''
            """;
}
