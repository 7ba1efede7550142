using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Web.Data.Configurations;

internal sealed class RequirementTable : IEntityTypeConfiguration<RegisteredRequirement>
{
    public void Configure(EntityTypeBuilder<RegisteredRequirement> builder)
    {
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Within);
        builder
            .HasMany(one => one.Revisions)
            .WithOne()
            .HasForeignKey(revision => revision.RequirementId);
    }
}

internal sealed class RequirementRevisionTable : IEntityTypeConfiguration<RequirementRevision>
{
    public void Configure(EntityTypeBuilder<RequirementRevision> builder)
    {
        builder.HasKey(revision => new { revision.RequirementId, revision.Number });
        builder.Property(revision => revision.Rule).IsJson();
    }
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasIndex(assignment => assignment.Operation).IsUnique();
        builder.HasIndex(assignment => new { assignment.PersonId, assignment.EndedAt });
        builder.HasIndex(assignment => assignment.DueOn);
        builder.HasOne<Person>().WithMany().HasForeignKey(assignment => assignment.PersonId);
        builder.HasOne<RegisteredRequirement>().WithMany().HasForeignKey(one => one.RequirementId);
        builder
            .HasMany(assignment => assignment.Extensions)
            .WithOne()
            .HasForeignKey(extension => extension.AssignmentId);
    }
}

internal sealed class ReminderTable : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasKey(reminder => new { reminder.PersonId, reminder.Event });
        builder.HasOne<Person>().WithMany().HasForeignKey(reminder => reminder.PersonId);
    }
}

internal sealed class AnnouncementTable : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> builder)
    {
        builder.HasIndex(announcement => announcement.Operation).IsUnique();
        builder.HasOne<Territory>().WithMany().HasForeignKey(one => one.Within);
    }
}

internal sealed class AnnouncementReadTable : IEntityTypeConfiguration<AnnouncementRead>
{
    public void Configure(EntityTypeBuilder<AnnouncementRead> builder)
    {
        builder.HasKey(read => new { read.AnnouncementId, read.PersonId });
        builder.HasOne<Announcement>().WithMany().HasForeignKey(read => read.AnnouncementId);
        builder.HasOne<Person>().WithMany().HasForeignKey(read => read.PersonId);
    }
}
