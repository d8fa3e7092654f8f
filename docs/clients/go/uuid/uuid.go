// Package uuid makes the IDs that a client assigns itself.
package uuid

import (
	"crypto/rand"
	"fmt"
)

// New returns a random UUID.
func New() string {
	id := make([]byte, 16)
	if _, err := rand.Read(id); err != nil {
		panic(err)
	}
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
