using System.Globalization;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// What people of a room are called there: those who lead by their names, others by the first name and
/// an initial unless they chose otherwise.
/// </summary>
internal sealed class RoomNames
{
    private readonly Dictionary<PersonId, string> names = [];

    public string Of(PersonId person) => names.GetValueOrDefault(person, "");

    public void Take(PersonId person, PersonName? name, RoomRole role, bool isInFull) =>
        names[person] = name is null ? "" : Shown(name, isInFull || RoomRules.Leads(role));

    private static string Shown(PersonName name, bool isInFull) =>
        name.Given.Length == 0 ? name.Family
        : name.Family.Length == 0 ? name.Given
        : isInFull ? $"{name.Given} {name.Family}"
        : $"{name.Given} {name.Family.AsSpan(0, StringInfo.GetNextTextElementLength(name.Family))}.";
}
