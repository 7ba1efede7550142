using System.Text;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Manage.People;

/// <summary>Someone who takes a file of people in, as a browser would.</summary>
internal static class ImportedFile
{
    public const string Page = "/manage/people/import";
    public const string Head =
        "Прізвище,Ім’я,По батькові,Ім’я латиницею,Пошта,Телефон,Громада,Установа,Посадова роль,З дня";

    public static byte[] Csv(params string[] rows) =>
        Encoding.UTF8.GetBytes(string.Join("\r\n", [Head, .. rows]) + "\r\n");

    public static async Task<HttpResponseMessage> LookAsync(
        this HttpClient client,
        byte[] file,
        string name = "people.csv"
    )
    {
        var page = await client.OpenAsync(Page);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!;
        return await client.PostAsync(
            Page,
            new MultipartFormDataContent
            {
                { new StringContent(token.GetAttribute("value")!), "__RequestVerificationToken" },
                { new ByteArrayContent(file), "file", name },
            }
        );
    }

    /// <summary>Looks it through and takes it in.</summary>
    public static async Task<HttpResponseMessage> TakeAsync(
        this HttpClient client,
        byte[] file,
        params int[] another
    )
    {
        using var looked = await client.LookAsync(file);
        return await client.SubmitAsync(
            await looked.ReadAsync(),
            Page + "?handler=Take",
            "#take",
            [.. another.Select(row => ("another", $"{row}"))]
        );
    }

    /// <summary>Row → what would be done, and what is said of it.</summary>
    public static async Task<IReadOnlyList<(string Verdict, string Finding)>> PlanAsync(
        this HttpClient client,
        byte[] file,
        string name = "people.csv"
    )
    {
        using var answer = await client.LookAsync(file, name);
        return
        [
            .. (await answer.ReadAsync())
                .QuerySelectorAll("#take tbody tr")
                .Select(row =>
                    (
                        row.QuerySelectorAll("td")[1].TextContent.Trim(),
                        row.QuerySelectorAll("td")[2].TextContent.Trim()
                    )
                ),
        ];
    }
}
