using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class LiveSessionTable : IEntityTypeConfiguration<LiveSession>
{
    public void Configure(EntityTypeBuilder<LiveSession> builder)
    {
        builder.HasIndex(session => session.Operation).IsUnique();
        builder.HasIndex(session => session.StartsAt);
        builder.HasIndex(session => new { session.State, session.StartsAt });
        builder.HasIndex(session => session.SeriesId);
        builder.HasOne<Course>().WithMany().HasForeignKey(session => session.CourseId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(session => session.ActivityId);
        builder.HasOne<CourseVersion>().WithMany().HasForeignKey(one => one.CourseVersionId);
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(session => session.RehearsalOf);
        builder.HasOne<Territory>().WithMany().HasForeignKey(session => session.Territory);
        builder.Property(session => session.Rule).IsJson();
        builder.Ignore(session => session.OpenSeats);
    }
}

internal sealed class SessionTrainerTable : IEntityTypeConfiguration<SessionTrainer>
{
    public void Configure(EntityTypeBuilder<SessionTrainer> builder)
    {
        builder.HasKey(trainer => new { trainer.SessionId, trainer.PersonId });
        builder.HasIndex(trainer => trainer.PersonId);
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(trainer => trainer.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(trainer => trainer.PersonId);
    }
}

internal sealed class SessionSeatTable : IEntityTypeConfiguration<SessionSeat>
{
    public void Configure(EntityTypeBuilder<SessionSeat> builder)
    {
        builder.HasKey(seat => new { seat.SessionId, seat.PersonId });
        builder.HasIndex(seat => seat.PersonId);
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(seat => seat.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(seat => seat.PersonId);
    }
}

internal sealed class CheckInTable : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.HasKey(one => new { one.SessionId, one.PersonId });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(one => one.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId);
    }
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.HasKey(feed => feed.PersonId);
        builder.HasIndex(feed => feed.TokenHash).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(feed => feed.PersonId);
    }
}

internal sealed class LiveEventTable : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> builder)
    {
        builder.HasKey(one => new { one.SessionId, one.Number });
        builder.HasIndex(one => new { one.SessionId, one.Operation }).IsUnique();
        builder.HasIndex(one => one.By);
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(one => one.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.By);
        builder.Property(one => one.What).IsJson();
        builder.Ignore(one => one.Line);
    }
}

internal sealed class LivePresenceTable : IEntityTypeConfiguration<LivePresence>
{
    public void Configure(EntityTypeBuilder<LivePresence> builder)
    {
        builder.HasIndex(presence => new { presence.SessionId, presence.PersonId });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(presence => presence.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(presence => presence.PersonId);
    }
}

internal sealed class LiveRunTable : IEntityTypeConfiguration<LiveRun>
{
    public void Configure(EntityTypeBuilder<LiveRun> builder)
    {
        builder.HasKey(run => new { run.SessionId, run.Number });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(run => run.SessionId);
    }
}

internal sealed class WatchedSpanTable : IEntityTypeConfiguration<WatchedSpan>
{
    public void Configure(EntityTypeBuilder<WatchedSpan> builder)
    {
        builder.HasKey(span => span.Position);
        builder.Property(span => span.Position).ValueGeneratedOnAdd();
        builder.HasIndex(span => new { span.SessionId, span.PersonId });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(span => span.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(span => span.PersonId);
    }
}

internal sealed class MadeUpBlockTable : IEntityTypeConfiguration<MadeUpBlock>
{
    public void Configure(EntityTypeBuilder<MadeUpBlock> builder)
    {
        builder.HasKey(block => new
        {
            block.SessionId,
            block.PersonId,
            block.From,
        });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(block => block.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(block => block.PersonId);
        builder.Property(block => block.Questions).IsJson();
    }
}

internal sealed class AttendanceDecisionTable : IEntityTypeConfiguration<AttendanceDecision>
{
    public void Configure(EntityTypeBuilder<AttendanceDecision> builder)
    {
        builder.HasKey(decision => decision.Position);
        builder.Property(decision => decision.Position).ValueGeneratedOnAdd();
        builder.HasIndex(decision => new { decision.SessionId, decision.PersonId });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(decision => decision.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(decision => decision.PersonId);
    }
}

internal sealed class AttendedSessionTable : IEntityTypeConfiguration<AttendedSession>
{
    public void Configure(EntityTypeBuilder<AttendedSession> builder)
    {
        builder.HasKey(attended => new { attended.SessionId, attended.PersonId });
        builder.HasIndex(attended => new { attended.PersonId, attended.CourseId });
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(attended => attended.SessionId);
        builder.HasOne<Person>().WithMany().HasForeignKey(attended => attended.PersonId);
        builder.HasOne<Course>().WithMany().HasForeignKey(attended => attended.CourseId);
        builder.HasOne<Activity>().WithMany().HasForeignKey(attended => attended.ActivityId);
    }
}

internal sealed class RecordingCutTable : IEntityTypeConfiguration<RecordingCut>
{
    public void Configure(EntityTypeBuilder<RecordingCut> builder)
    {
        builder.HasKey(cut => cut.Position);
        builder.Property(cut => cut.Position).ValueGeneratedOnAdd();
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(cut => cut.SessionId);
    }
}

internal sealed class CourseQuestionTable : IEntityTypeConfiguration<CourseQuestion>
{
    public void Configure(EntityTypeBuilder<CourseQuestion> builder)
    {
        builder.HasIndex(question => new { question.SessionId, question.EventNumber }).IsUnique();
        builder.HasOne<Course>().WithMany().HasForeignKey(question => question.CourseId);
        builder.HasOne<LiveSession>().WithMany().HasForeignKey(question => question.SessionId);
    }
}

internal sealed class AirAlertTable : IEntityTypeConfiguration<AirAlert>
{
    public void Configure(EntityTypeBuilder<AirAlert> builder)
    {
        builder.HasIndex(alert => new { alert.Territory, alert.From });
        builder.HasOne<Territory>().WithMany().HasForeignKey(alert => alert.Territory);
    }
}
