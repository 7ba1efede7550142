using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// A row in human words: the columns that have a label in the texts, each with a value that reads.
/// What has none (numbers of rows, papers) stands in data.json alone.
/// </summary>
internal sealed class RowWords(
    Texts texts,
    OrganisationPack pack,
    CourseTitles titles,
    IReadOnlyDictionary<string, string> places
)
{
    public IReadOnlyList<(string Label, string Words)> Of(ITypeBase type, object row) =>
        [
            .. type.GetProperties()
                .Where(property => RowJson.IsShown(type, property))
                .Select(property =>
                    (
                        property.Name,
                        Words: WordsOf(row, property.Name, property.PropertyInfo!.GetValue(row))
                    )
                )
                .Concat(
                    type.GetComplexProperties()
                        .Select(inner =>
                            (
                                inner.Name,
                                Words: WordsOf(row, inner.Name, inner.PropertyInfo!.GetValue(row))
                            )
                        )
                )
                .Where(one => one.Words.Length > 0 && texts.Has(LabelOf(one.Name)))
                .Select(one => (texts[LabelOf(one.Name)], one.Words)),
        ];

    public static string LabelOf(string property) => $"privacy.column.{property}";

    private string WordsOf(object row, string name, object? value) =>
        (name, value) switch
        {
            (_, null) => "",
            (nameof(Post.Institution), string code) => places.GetValueOrDefault(code, code),
            (nameof(Post.StaffRole), string code) => pack.StaffRole(code)?.Name.In(texts.Language)
                ?? code,
            (nameof(Response.QuestionId), string id) when row is Response response =>
                titles.Question(response) ?? id,
            (nameof(Response.Values), IReadOnlyList<string> values) when row is Response response =>
                titles.Answer(response) ?? string.Join("; ", values),
            (_, string text) => text,
            (_, bool flag) => texts[flag ? "privacy.value.yes" : "privacy.value.no"],
            (_, Enum one) => Named(one),
            (_, DateTimeOffset at) => TimeZoneInfo
                .ConvertTime(at, pack.TimeZone)
                .ToString("d MMMM yyyy, HH:mm", texts.Culture),
            (_, DateOnly day) => texts.Day(day),
            (_, Points points) => texts.Number(points.Thousandths / 1000m),
            (_, PersonName person) => person.Full,
            (_, TerritoryCode code) => pack.Territories.Find(code)?.Name.In(texts.Language)
                ?? code.Value,
            (_, CourseId id) => titles.Course(id),
            (_, ActivityId id) => titles.Activity(id),
            (_, int number) => texts.Number(number),
            (_, decimal number) => texts.Number(number),
            _ => "",
        };

    private string Named(Enum value)
    {
        var key = $"privacy.value.{value.GetType().Name}.{value}";
        return texts.Has(key) ? texts[key] : value.ToString();
    }
}
