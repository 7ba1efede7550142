using System.Globalization;

namespace Lms.Web.Tests.Content;

/// <summary>Banks of any length, as many as a file can hold.</summary>
internal static class ManyQuestions
{
    public static string Bank(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(Question));

    private static string Question(int number)
    {
        var at = number.ToString(CultureInfo.InvariantCulture);
        return $"## Запитання {at}? {{#q-{at} tags=m{number % 10}}}\n\n- [x] так, {at}\n  > Бо так.\n- [ ] ні, ніколи\n\n> Пояснення № {at}.\n\n";
    }
}
