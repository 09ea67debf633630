using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Registry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RegistryEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    MotherFund = table.Column<long>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    EffectiveFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    Event = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance = table.Column<byte>(type: "INTEGER", nullable: false),
                    InventedFields = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Document = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistryEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegistryEntries_MotherFund_State_DecidedAt",
                table: "RegistryEntries",
                columns: new[] { "MotherFund", "State", "DecidedAt" });
            // What was recorded is never changed, what was decided is decided once; nothing is deleted.
            migrationBuilder.Sql(Refuse("Change", "UPDATE", """
                OLD."State" <> 1 OR NEW."Id" <> OLD."Id" OR NEW."Event" <> OLD."Event" OR NEW."EffectiveFrom" <> OLD."EffectiveFrom"
                OR NEW."Subject" <> OLD."Subject" OR NEW."RecordedBy" <> OLD."RecordedBy" OR NEW."RecordedAt" <> OLD."RecordedAt"
                """));
            migrationBuilder.Sql(Refuse("Delete", "DELETE", "TRUE"));
            migrationBuilder.Sql(Refuse("Replace", "INSERT", """EXISTS (SELECT 1 FROM "RegistryEntries" WHERE "Id" = NEW."Id")"""));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegistryEntries");
        }

        private static string Refuse(string name, string verb, string when) => $"""
            CREATE TRIGGER "RegistryEntries_No{name}" BEFORE {verb} ON "RegistryEntries" WHEN {when}
            BEGIN SELECT RAISE(ABORT, 'RegistryEntries are decided once and never changed: correct by a new entry'); END;
            """;
    }
}
