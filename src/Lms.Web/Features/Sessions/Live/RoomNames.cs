using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Shared.Meeting;

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
        names[person] = name is null ? "" : ShownName.Of(name, isInFull || RoomRules.Leads(role));
}
