using System.Globalization;
using Lms.Domain.People;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>What a person of a session is called before others, in the room and when it is looked back at.</summary>
public static class ShownName
{
    /// <param name="isInFull">By their own choice, or because they lead; else first name and initial.</param>
    public static string Of(PersonName name, bool isInFull) =>
        name.Given.Length == 0 ? name.Family
        : name.Family.Length == 0 ? name.Given
        : isInFull ? $"{name.Given} {name.Family}"
        : $"{name.Given} {name.Family.AsSpan(0, StringInfo.GetNextTextElementLength(name.Family))}.";
}
